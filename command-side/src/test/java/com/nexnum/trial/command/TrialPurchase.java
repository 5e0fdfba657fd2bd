package com.nexnum.trial.command;

import com.nexnum.command.decision.CommandRejected;
import com.nexnum.command.decision.Rejection;
import com.nexnum.command.platform.RejectionProblems;
import com.nexnum.command.platform.idempotency.IdempotencyKey;
import com.nexnum.command.platform.idempotency.Idempotent;
import com.nexnum.platform.web.Problem;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Buys nothing, and counts how often it did. */
@RestController
@RequestMapping("/api/v1/trial/purchases")
public final class TrialPurchase {

    public final AtomicInteger effects = new AtomicInteger();
    public volatile @Nullable CountDownLatch gate;

    public record Order(String service, @Nullable String country) {}

    record NoStock(String service) implements Rejection {}

    @PostMapping("/{shop}")
    @Idempotent
    ResponseEntity<Map<String, Object>> purchase(@RequestBody Order order, IdempotencyKey key)
            throws InterruptedException {
        var waiting = gate;
        if (waiting != null) {
            waiting.await();
        }
        switch (order.service()) {
            case "none" -> throw new CommandRejected(new NoStock("none"));
            case "poor" -> throw Problem.of(402, "INSUFFICIENT_FUNDS", "Top up.").raised();
            case "invalid" -> throw Problem.of(400, "VALIDATION_FAILED", "No.").raised();
            case "busy" -> {
                effects.incrementAndGet();
                throw Problem.of(503, "UPSTREAM_UNAVAILABLE", "Later.").raised();
            }
            default -> {}
        }
        var id = key.derivedId("act_", "purchase");
        return ResponseEntity.created(URI.create("/api/v1/numbers/" + id))
                .body(Map.of("id", id, "effect", effects.incrementAndGet()));
    }

    /** Takes a key and needs none. */
    @PostMapping("/{shop}/close")
    @Idempotent(required = false)
    Map<String, Object> close(
            @RequestAttribute(name = Idempotent.RUN, required = false) @Nullable Integer run) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("effect", effects.incrementAndGet());
        answer.put("run", run == null ? "none" : run);
        return answer;
    }

    @Bean
    RejectionProblems<NoStock> noStock() {
        return new RejectionProblems<>() {
            @Override
            public Class<NoStock> family() {
                return NoStock.class;
            }

            @Override
            public Problem problem(NoStock rejection) {
                return Problem.of(409, "OUT_OF_STOCK", "No number left.");
            }
        };
    }
}
