package com.nexnum.kernel.language;

import static com.nexnum.kernel.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.language.RevisionStep.Stored;
import com.nexnum.kernel.wallet.OperationId;
import com.nexnum.kernel.wallet.WalletEvent.FundsDeposited;
import com.nexnum.kernel.wallet.WalletId;
import java.util.List;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * An older language than ours, invented here: deposits in cents, and before that under another
 * name.
 */
class HistoryTest {

    private static final Stored TOPPED_UP = new Stored("wallet.topped-up", "1");
    private static final Stored IN_CENTS = new Stored("wallet.funds-deposited", "0");
    private static final Stored TODAY = new Stored("wallet.funds-deposited", "1");

    private static final RevisionStep RENAMED =
            new RevisionStep(TOPPED_UP, IN_CENTS, json -> json.put("gateway", "cash"));
    private static final RevisionStep CENTS_TO_MONEY =
            new RevisionStep(IN_CENTS, TODAY, HistoryTest::withMoney);

    private final StoredEvents store =
            new StoredEvents(History.chain(List.of(RENAMED, CENTS_TO_MONEY)));

    @Test
    void reads_an_older_revision_as_todays_event() {
        var old =
                "{\"amountCents\":1050,\"gateway\":\"sandbox\",\"operationId\":\"d-1\",\"walletId\":\"wallet-cus_000001\"}";
        assertThat(store.read(IN_CENTS.name(), IN_CENTS.revision(), old))
                .isEqualTo(deposit("sandbox"));
    }

    @Test
    void reads_through_every_step_one_after_the_other() {
        var oldest =
                "{\"amountCents\":1050,\"operationId\":\"d-1\",\"walletId\":\"wallet-cus_000001\"}";
        assertThat(store.read(TOPPED_UP.name(), TOPPED_UP.revision(), oldest))
                .isEqualTo(deposit("cash"));
    }

    @Test
    void leaves_todays_events_as_they_are() {
        assertThat(EventSamples.all())
                .allSatisfy(sample ->
                        assertThat(store.read(Contract.of(sample.getClass()))).isEqualTo(sample));
    }

    @Test
    void refuses_an_older_revision_that_no_step_reads() {
        var forgotten = new StoredEvents(History.chain());
        assertThatThrownBy(() -> forgotten.read(IN_CENTS.name(), IN_CENTS.revision(), "{}"))
                .isInstanceOf(SerializationException.class)
                .hasStackTraceContaining("Revision 0 of wallet.funds-deposited");
        assertThatThrownBy(() -> forgotten.read(TOPPED_UP.name(), TOPPED_UP.revision(), "{}"))
                .isInstanceOf(SerializationException.class)
                .hasStackTraceContaining("wallet.topped-up");
    }

    @Test
    void knows_under_which_names_an_event_was_ever_stored() {
        var steps = List.of(RENAMED, CENTS_TO_MONEY);
        assertThat(History.storedNames(List.of(TODAY.name(), "wallet.opened"), steps))
                .containsExactlyInAnyOrder(TODAY.name(), TOPPED_UP.name(), "wallet.opened");
        assertThat(History.storedNames(List.of("wallet.opened"), steps))
                .containsExactly("wallet.opened");
    }

    private static ObjectNode withMoney(ObjectNode json) {
        var cents = json.remove("amountCents").longValue();
        json.putObject("amount").put("currency", "USD").put("micros", cents * 10_000);
        return json;
    }

    private static FundsDeposited deposit(String gateway) {
        return new FundsDeposited(
                WalletId.of(new CustomerId("cus_000001")),
                new OperationId("d-1"),
                usd("10.50"),
                gateway);
    }
}
