package com.nexnum.trial;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.security.Caller;
import com.nexnum.platform.web.Cursor;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.RequestId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** Fails in every way that an endpoint can. */
@SuppressWarnings("DoNotCallSuggester") // Spring calls it, to see it fail.
@RestController
@RequestMapping("/api/v1/trial")
public final class TrialEndpoint {

    private final JdbcClient jdbc;

    TrialEndpoint(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Order(CustomerId customer, String amount, int count, Instant at, Line line) {}

    public record Line(String text) {}

    @PostMapping("/orders")
    Order order(@RequestBody Order order) {
        return order;
    }

    @GetMapping("/numbers/{number}")
    Map<String, Object> number(@PathVariable int number, @RequestParam int size) {
        return Map.of("number", number, "size", size);
    }

    @GetMapping("/customers/{id}")
    CustomerId customer(@PathVariable CustomerId id) {
        return id;
    }

    @GetMapping("/header")
    String header(@RequestHeader("X-Wanted") String wanted) {
        return wanted;
    }

    @GetMapping("/cookie")
    String cookie(@CookieValue("wanted") String wanted) {
        return wanted;
    }

    @GetMapping("/bug")
    String bug() {
        throw new IllegalStateException("secret: com.nexnum.internal");
    }

    @GetMapping("/error")
    String error() {
        throw new StackOverflowError("secret");
    }

    @GetMapping("/problem")
    String problem() {
        throw Problem.of(402, "INSUFFICIENT_FUNDS", "Top up.").with("needed", "1.00").raised();
    }

    @GetMapping("/buried")
    String buried() {
        throw new IllegalStateException(Problem.of(409, "BURIED", "Deep down.").raised());
    }

    @GetMapping("/storage")
    String storage() {
        throw new DataAccessResourceFailureException("secret-host");
    }

    @GetMapping("/shutdown")
    String shutdown() {
        throw new UncategorizedSQLException(
                "x", "select secret", new SQLException("terminating", "57P01"));
    }

    @GetMapping("/closed")
    String closed() {
        throw new UncategorizedSQLException(
                "x", "select secret", new SQLException("Connection is closed"));
    }

    @GetMapping("/wrong-sql")
    String wrongSql() {
        return jdbc.sql("select secret from nowhere").query(String.class).single();
    }

    @GetMapping("/database")
    Integer database() {
        return jdbc.sql("select 1").query(Integer.class).single();
    }

    @GetMapping("/late")
    DeferredResult<String> late() {
        return new DeferredResult<>();
    }

    @GetMapping("/async-bug")
    DeferredResult<String> asyncBug() {
        var result = new DeferredResult<String>();
        Thread.ofVirtual().start(() -> result.setErrorResult(new IllegalStateException("secret")));
        return result;
    }

    @GetMapping("/silent")
    ResponseEntity<Void> silent() {
        return ResponseEntity.notFound().build();
    }

    @GetMapping("/sent")
    void sent(HttpServletResponse response) throws IOException {
        response.sendError(404, "secret");
    }

    @GetMapping(value = "/text", produces = MediaType.TEXT_PLAIN_VALUE)
    String text() {
        return "text";
    }

    @GetMapping("/page")
    Page<Integer> page(PageQuery query) {
        var after = query.cursor() == null ? 0L : query.cursor().number(0);
        var found =
                IntStream.rangeClosed((int) after + 1, 45).limit(query.fetch()).boxed().toList();
        return Page.of(found, query, Cursor::after);
    }

    @GetMapping("/me")
    Map<String, Object> me(Caller caller) {
        return Map.of(
                "id", caller.customerId(),
                "roles", List.copyOf(caller.roles()),
                "requestId", RequestId.current());
    }

    @PostMapping("/me")
    Map<String, Object> change(Caller caller) {
        return me(caller);
    }
}
