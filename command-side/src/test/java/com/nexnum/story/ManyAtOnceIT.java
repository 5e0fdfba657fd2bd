package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexnum.command.supply.sandbox.Call;
import com.nexnum.command.supply.sandbox.Fault;
import com.nexnum.story.Api.Answer;
import com.nexnum.story.Buyer.Wish;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever asks at the same time, and however often: one effect, and no cent lost. */
class ManyAtOnceIT extends Story {

    private static final BigDecimal TEN = new BigDecimal("10");

    @AfterEach
    void the_books_agree() {
        new Books(sql, sandbox).agree();
    }

    @Test
    void two_hundred_purchases_with_one_key_are_one_purchase() {
        var price = price("instagram", "US");
        var wish = Wish.of("instagram", "US");
        var buyer = buyer().with("10.00");
        int sold = sandbox.market().counts().sold();
        var answers = atOnce(200, _ -> () -> buyer.buys(wish, "one-key"));

        assertThat(answers)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).as(answer.body()).isIn(201, 409);
                    if (answer.status() == 409) {
                        assertThat(answer.code()).isEqualTo("IDEMPOTENCY_KEY_IN_PROGRESS");
                    }
                });
        var bought = answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(bought).isNotEmpty();
        assertThat(bought).extracting(answer -> answer.text("/id")).containsOnly(id(bought));
        assertThat(bought.stream().filter(answer -> !replayed(answer))).hasSize(1);

        var repeat = buyer.buys(wish, "one-key");
        assertThat(repeat.status()).isEqualTo(201);
        assertThat(replayed(repeat)).isTrue();
        assertThat(repeat.body()).isEqualTo(bought.getFirst().body());
        assertThat(sandbox.market().counts().sold()).isEqualTo(sold + 1);
        buyer.awaitsNumbers("", 1);
        buyer.awaits(TEN.subtract(price).toPlainString());
    }

    @Test
    void one_key_for_another_purchase_is_refused() {
        price("instagram", "GB");
        var buyer = buyer().with("10.00");
        assertThat(buyer.buys(Wish.of("instagram", "GB"), "used").status()).isEqualTo(201);
        var before = buyer.wallet();
        var other = buyer.buys(Wish.of("instagram", "CA"), "used");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(buyer.wallet()).isEqualTo(before);
    }

    @Test
    void two_buyers_may_use_the_same_key() {
        price("instagram", "PL");
        var one = buyer().with("10.00");
        var other = buyer().with("10.00");
        var first = one.buys(Wish.of("instagram", "PL"), "shared");
        var second = other.buys(Wish.of("instagram", "PL"), "shared");
        assertThat(second.status()).as(second.body()).isEqualTo(201);
        assertThat(second.text("/id")).isNotEqualTo(first.text("/id"));
    }

    @Test
    void of_fifty_buyers_of_the_last_number_one_gets_it_and_nobody_else_pays() {
        var price = price("tinder", "SE");
        sandbox.market().stock("tinder", "SE", 1);
        await().until(() ->
                sql.sql("select max(stock) from listing where service='tinder' and country='SE'")
                                .query(Integer.class)
                                .single()
                        == 1);
        var buyers = IntStream.range(0, 50).mapToObj(_ -> buyer()).toList();
        buyers.forEach(buyer -> assertThat(buyer.asksForDeposit("10.00").status()).isEqualTo(201));
        buyers.forEach(buyer -> buyer.awaits("10.00"));
        int sold = sandbox.market().counts().sold();
        var answers = atOnce(50, i -> () -> buyers.get(i).buys(Wish.of("tinder", "SE")));

        var winners = new ArrayList<Buyer>();
        for (int i = 0; i < buyers.size(); i++) {
            var answer = answers.get(i);
            if (answer.status() == 201) {
                winners.add(buyers.get(i));
            } else {
                assertThat(answer.status()).as(answer.body()).isEqualTo(409);
                assertThat(answer.code()).isEqualTo("NO_NUMBERS");
                buyers.get(i).awaits("10.00");
                buyers.get(i).awaitsNumbers("?status=active", 0);
            }
        }
        assertThat(winners).hasSize(1);
        winners.getFirst().awaits(TEN.subtract(price).toPlainString());
        assertThat(sandbox.market().counts().sold()).isEqualTo(sold + 1);
        await().atMost(Duration.ofSeconds(30)).until(() -> openReservations() == 0);
    }

    @Test
    void fifty_cancels_of_one_number_are_one_refund() {
        sandbox.script().sms("microsoft", "US", Duration.ofSeconds(1));
        price("microsoft", "US");
        var buyer = buyer().with("10.00");
        var id = buyer.bought(Wish.of("microsoft", "US"));
        await().atMost(Duration.ofSeconds(30)).until(() -> mayBeCancelled(id));
        var answers = atOnce(50, _ -> () -> buyer.does("cancel", id));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 409).containsOnlyOnce(200);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .extracting(Answer::code)
                .isSubsetOf("CANCELLATION_UNDER_WAY", "NUMBER_CANCELLED");
        buyer.awaits("10.00");
        buyer.awaitsStatement("REFUND", "PURCHASE", "HOLD", "DEPOSIT");
        buyer.awaits(id, "CANCELLED");
    }

    @Test
    void a_purchase_that_nobody_answered_is_looked_up_and_never_sent_again() {
        var price = price("openai", "NL");
        var buyer = buyer().with("10.00");
        int sold = sandbox.market().counts().sold();
        long asked = sandbox.received(Call.BUY);
        sandbox.script().next(1, Call.BUY, Fault.afterTaking(Fault.How.CLOSE));
        var answer = buyer.buys(Wish.of("openai", "NL"));
        assertThat(answer.status()).as(answer.body()).isIn(201, 202);
        assertThat(buyer.awaits(answer.text("/id"), "ACTIVE").at("/phoneNumber").asString())
                .startsWith("+31");
        assertThat(sandbox.received(Call.BUY)).isEqualTo(asked + 1);
        assertThat(sandbox.market().counts().sold()).isEqualTo(sold + 1);
        buyer.awaits(TEN.subtract(price).toPlainString());
    }

    private boolean mayBeCancelled(String number) {
        return sql.sql("select cancellable_at <= now() from activations where activation_id = ?")
                .param(number)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private long openReservations() {
        return sql.sql(
                        """
                        select count(*) filter (where name = 'offer.reserved')
                               - count(*) filter (where name <> 'offer.reserved')
                          from event where name like 'offer.reserv%' and stream like '%tinder%'
                        """)
                .query(Long.class)
                .single();
    }

    private static String id(List<Answer> bought) {
        return bought.getFirst().text("/id");
    }

    private static boolean replayed(Answer answer) {
        return answer.headers().firstValue("Idempotent-Replayed").isPresent();
    }

    /** All of them start together; the answers come in the order of the questions. */
    private static List<Answer> atOnce(int count, IntFunction<Callable<Answer>> question) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    IntStream.range(0, count)
                            .mapToObj(i ->
                                    threads.submit(() -> {
                                        start.await();
                                        return question.apply(i).call();
                                    }))
                            .toList();
            start.countDown();
            return answers.stream().map(ManyAtOnceIT::get).toList();
        }
    }

    private static Answer get(Future<Answer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
