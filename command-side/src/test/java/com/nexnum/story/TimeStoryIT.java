package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.story.Buyer.Wish;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** What time does by itself; in a system of its own, because its clock is moved. */
@DirtiesContext
@TestPropertySource(properties = "nexnum.story=time")
class TimeStoryIT extends Story {

    @Autowired MovableClock clock;

    @Test
    void a_number_without_any_sms_expires_and_is_refunded_once_while_tokens_grow_old() {
        sandbox.script().sms("discord", "ID", Duration.ofSeconds(1));
        price("discord", "ID");
        var buyer = buyer().with("10.00");
        var id = buyer.bought(Wish.of("discord", "ID"));
        clock.moveOn(Duration.ofMinutes(19));
        var old = buyer.get("/api/v1/numbers/" + id);
        assertThat(old.status()).isEqualTo(401);
        assertThat(old.code()).isEqualTo("TOKEN_EXPIRED");

        buyer.signIn();
        assertThat(buyer.number(id).at("/status").asString()).isEqualTo("ACTIVE");
        clock.moveOn(Duration.ofMinutes(2));
        buyer.awaits(id, "EXPIRED");
        buyer.awaits("10.00");
        buyer.awaitsStatement("REFUND", "PURCHASE", "HOLD", "DEPOSIT");
        await().untilAsserted(() ->
                assertThat(buyer.read("/api/v1/orders").at("/items/0/refund/reason").asString(""))
                        .isEqualTo("EXPIRED"));
        assertThat(buyer.does("cancel", id).code()).isEqualTo("NUMBER_EXPIRED");
    }
}
