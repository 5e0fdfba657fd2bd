package com.nexnum.command.identity;

import static com.nexnum.command.identity.People.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.trial.Browser;
import com.nexnum.trial.MovableClock;
import com.nexnum.trial.TrialPlatform;
import com.nexnum.trial.command.TrialIdentity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
        classes = TrialIdentity.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {TrialPlatform.DEFAULTS, TrialPlatform.MIGRATED})
class RefreshTest {

    @LocalServerPort int port;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;

    private People people;

    @BeforeEach
    void open_the_browser() {
        people = new People(new Browser(port));
    }

    @AfterEach
    void reset_the_clock() {
        clock.reset();
    }

    @Test
    void a_session_goes_on_from_token_to_token() {
        var refresh = people.signedIn().cookie("nxn_refresh");
        for (var i = 0; i < 5; i++) {
            clock.forward(Duration.ofDays(10));
            var answer = people.refresh(refresh).is(200);
            people.me(token(answer)).is(200);
            assertThat(answer.cookie("nxn_refresh")).isNotEmpty().isNotEqualTo(refresh);
            refresh = answer.cookie("nxn_refresh");
        }
    }

    @Test
    void a_spent_token_that_comes_back_ends_the_session_for_both() {
        var stolen = people.signedIn().cookie("nxn_refresh");
        var own = people.refresh(stolen).is(200);
        clock.forward(Duration.ofSeconds(11));
        var refused = people.refresh(stolen).refused(401, "SESSION_ENDED");
        assertThat(refused.cookies()).allMatch(cookie -> cookie.contains("Max-Age=0"));
        people.refresh(own.cookie("nxn_refresh")).refused(401, "SESSION_ENDED");
        people.me(token(own)).refused(401, "SESSION_ENDED");
    }

    @Test
    void a_lost_answer_is_given_again_for_ten_seconds() {
        var before = people.signedIn().cookie("nxn_refresh");
        var lost = people.refresh(before).is(200).cookie("nxn_refresh");
        clock.forward(Duration.ofSeconds(9));
        assertThat(people.refresh(before).is(200).cookie("nxn_refresh")).isEqualTo(lost);
        people.refresh(lost).is(200);
    }

    @Test
    void a_spent_token_ends_the_session_at_once_when_its_child_was_used() {
        var first = people.signedIn().cookie("nxn_refresh");
        var second = people.refresh(first).is(200).cookie("nxn_refresh");
        var third = people.refresh(second).is(200).cookie("nxn_refresh");
        people.refresh(first).refused(401, "SESSION_ENDED");
        people.refresh(third).refused(401, "SESSION_ENDED");
    }

    @Test
    void tabs_that_refresh_at_once_get_the_same_child() throws Exception {
        var before = people.signedIn().cookie("nxn_refresh");
        try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    IntStream.range(0, 8)
                            .mapToObj(_ -> tabs.submit(() -> people.refresh(before)))
                            .toList();
            var first = answers.getFirst().get().is(200).cookie("nxn_refresh");
            for (var answer : answers) {
                assertThat(answer.get().is(200).cookie("nxn_refresh")).isEqualTo(first);
            }
            people.refresh(first).is(200);
        }
    }

    @Test
    void refuses_tokens_that_are_none_or_too_old() {
        var refresh = people.signedIn().cookie("nxn_refresh");
        people.refresh("never-issued").refused(401, "SESSION_ENDED");
        new Browser(port).post("/api/v1/auth/refresh", "").refused(401, "SESSION_ENDED");
        clock.forward(Duration.ofDays(15));
        people.refresh(refresh).refused(401, "SESSION_ENDED");
    }

    @Test
    void only_hashes_of_the_tokens_are_stored() {
        var refresh = people.signedIn().cookie("nxn_refresh");
        var stored = jdbc.sql("select octet_length(hash) from refresh_token").query(Integer.class);
        assertThat(stored.list()).isNotEmpty().containsOnly(32);
        assertThat(
                        jdbc.sql("select count(*) from refresh_token where hash = ?::bytea")
                                .param(refresh.getBytes(StandardCharsets.UTF_8))
                                .query(Integer.class)
                                .single())
                .isZero();
    }
}
