package com.nexnum.query.stream;

import static com.nexnum.query.history.Door.ANNA;
import static com.nexnum.query.history.Door.BERT;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.kernel.identity.IdentityEvent.PersonalDataErased;
import com.nexnum.kernel.money.Money;
import com.nexnum.query.history.Purchase;
import com.nexnum.query.history.ReadModels;
import com.nexnum.query.history.Wallets;
import java.util.List;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.Test;

class FeedProjectionTest {

    private final ReadModels models = new ReadModels();
    private final Feed feed = new Feed(models.sql);
    private final FeedProjection projection = new FeedProjection(models.live, models.changes);
    private final Purchase purchase =
            new Purchase(models.history, ANNA, "number1", Money.usd("0.15"), Money.usd("0.10"));

    @Test
    void a_customer_is_told_of_money_numbers_and_codes_in_order() {
        models.history.add(Wallets.opened(ANNA));
        models.history.add(Wallets.deposited(ANNA, "10"));
        purchase.requested().placed().asked().assigned("+12025550100").received("Code 77", "77");
        models.deliver(projection, models.history.events());

        assertThat(told())
                .containsExactly(
                        "balance {\"held\": \"0.00\", \"currency\": \"USD\", \"available\": \"0.00\"}",
                        "balance {\"held\": \"0.00\", \"currency\": \"USD\", \"available\": \"10.00\"}",
                        "status {\"status\": \"REQUESTED\", \"numberId\": \"act_number1\"}",
                        "balance {\"held\": \"0.15\", \"currency\": \"USD\", \"available\": \"9.85\"}",
                        "balance {\"held\": \"0.00\", \"currency\": \"USD\", \"available\": \"9.85\"}",
                        "status {\"status\": \"ACTIVE\", \"numberId\": \"act_number1\", \"phoneNumber\": \"+12025550100\"}",
                        "sms {\"code\": \"77\", \"text\": \"Code 77\", \"status\": \"RECEIVED\", \"numberId\": \"act_number1\","
                                + " \"receivedAt\": \"2026-03-01T10:10:01Z\"}");
        assertThat(feed.after(BERT, 0)).isEmpty();
    }

    @Test
    void a_cancellation_refused_after_a_code_leaves_the_number_received() {
        models.history.add(Wallets.opened(ANNA));
        models.history.add(Wallets.deposited(ANNA, "10"));
        purchase.requested().placed().asked().assigned("+12025550100").cancelling();
        purchase.received("Code 77", "77").notCancelled();
        models.deliver(projection, models.history.events());

        assertThat(told().getLast()).contains("\"status\": \"RECEIVED\"", "\"cancelling\": false");
    }

    @Test
    void a_refused_wish_for_more_is_told() {
        models.history.add(Wallets.opened(ANNA));
        models.history.add(Wallets.deposited(ANNA, "10"));
        purchase.requested().placed().asked().assigned("+12025550100").received("Code 77", "77");
        purchase.wantsMore().getsNoMore();
        models.deliver(projection, models.history.events());

        assertThat(told().getLast())
                .contains("\"status\": \"RECEIVED\"", "\"nextSms\": \"REFUSED\"");
    }

    @Test
    void the_position_is_the_events_own_even_when_its_token_is_further_on() {
        var late = models.history.add(Wallets.opened(ANNA));
        var position = models.history.position(late);
        models.deliver(
                projection,
                new GenericTrackedDomainEventMessage<>(
                        new GlobalSequenceTrackingToken(position + 100), late));

        assertThat(feed.head(ANNA)).isEqualTo(position);
    }

    @Test
    void an_erased_customer_is_told_nothing_readable_any_more() {
        models.history.add(Wallets.opened(ANNA));
        models.history.add(Wallets.deposited(ANNA, "10"));
        purchase.requested().placed().asked().assigned("+12025550100").received("Code 77", "77");
        models.deliver(projection, models.history.events());
        models.deliver(projection, models.history.add(new PersonalDataErased(ANNA)));

        assertThat(told()).hasSize(7).noneMatch(line -> line.contains("77") || line.contains("+1"));
    }

    private List<String> told() {
        return feed.after(ANNA, 0).stream().map(e -> e.type() + " " + e.data()).toList();
    }
}
