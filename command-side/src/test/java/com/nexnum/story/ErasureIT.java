package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.identity.ErasureFence;
import com.nexnum.command.identity.FirstAccounts;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.story.Api.Answer;
import com.nexnum.story.Buyer.Wish;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A customer is forgotten, and the books stay. */
class ErasureIT extends Story {

    @Autowired ErasureFence fence;
    @Autowired TransactionTemplate transactions;

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

    @Test
    void an_erasure_waits_for_a_request_that_is_not_committed_and_is_refused_by_it() {
        var buyer = buyer();
        var customer = new CustomerId(buyer.id());
        var admin = Buyer.signedIn(api(), FirstAccounts.DEMO_ADMIN, FirstAccounts.DEMO_PASSWORD);
        var path = "/api/v1/admin/users/" + buyer.id() + "/personal-data";
        var answer = new CompletableFuture<Answer>();
        transactions.executeWithoutResult(_ -> {
            assertThat(fence.enter(customer)).isTrue();
            sql.sql("insert into activation_owner (activation_id, customer_id) values (?, ?)")
                    .params("act_race" + buyer.id().substring(4), buyer.id())
                    .update();
            answer.completeAsync(() -> erased(admin, path));
            await().until(this::somebodyWaits);
        });
        assertThat(answer.join())
                .extracting(Answer::status, Answer::code)
                .containsExactly(409, "NUMBERS_STILL_LIVE");
        assertThat(buyer.signIn().status()).isEqualTo(200);
    }

    @Test
    void whoever_was_erased_a_moment_ago_buys_nothing() {
        price("whatsapp", "US");
        var buyer = buyer().with("10.00");
        transactions.executeWithoutResult(_ -> {
            sql.sql("update app_user set password_hash = '' where id = ?")
                    .param(buyer.id())
                    .update();
        });
        var refused = buyer.buys(Wish.of("whatsapp", "US"));
        assertThat(refused)
                .as(refused.body())
                .extracting(Answer::status, Answer::code)
                .containsExactly(403, "ACCOUNT_ERASED");
    }

    private boolean somebodyWaits() {
        return sql.sql(
                        "select exists (select from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single();
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
