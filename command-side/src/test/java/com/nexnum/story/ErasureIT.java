package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.identity.FirstAccounts;
import com.nexnum.story.Api.Answer;
import com.nexnum.story.Buyer.Wish;
import org.junit.jupiter.api.Test;

/** A customer is forgotten, and the books stay. */
class ErasureIT extends Story {

    @Test
    void erasing_a_customer_leaves_noise_in_the_events_and_the_ledger_in_balance() {
        price("whatsapp", "US");
        var buyer = buyer().with("10.00");
        var number = buyer.bought(Wish.of("whatsapp", "US"));
        var admin = Buyer.signedIn(api(), FirstAccounts.DEMO_ADMIN, FirstAccounts.DEMO_PASSWORD);
        var path = "/api/v1/admin/users/" + buyer.id() + "/personal-data";

        var refused = erased(admin, path);
        assertThat(refused)
                .as(refused.body() + refused.headers())
                .extracting(Answer::status, Answer::code)
                .containsExactly(409, "NUMBERS_STILL_LIVE");
        buyer.awaits(number, "RECEIVED");
        assertThat(buyer.does("complete", number).status()).isEqualTo(200);

        assertThat(readable(number)).isEqualTo(1);
        assertThat(erased(buyer, path).status()).isEqualTo(403);
        assertThat(erased(admin, path).status()).isEqualTo(204);
        assertThat(erased(admin, path).status()).isEqualTo(204);

        await().until(() -> readable(number) == 0);
        assertThat(
                        sql.sql("select count(*) from app_user where id = ? and name is null")
                                .param(buyer.id())
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
        assertThat(auditor().read("/api/v1/audit/trial-balance").at("/balanced").asBoolean())
                .isTrue();
    }

    private static Answer erased(Buyer by, String path) {
        return Api.send(by.request(path).DELETE());
    }

    private long readable(String number) {
        return sql.sql(
                        "select count(*) from activations where activation_id = ? and phone_number is not null")
                .param(number)
                .query(Long.class)
                .single();
    }
}
