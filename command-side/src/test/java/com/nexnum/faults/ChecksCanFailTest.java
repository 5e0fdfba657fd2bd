package com.nexnum.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.supply.sandbox.Sale.State;
import com.nexnum.faults.Complaint.Kind;
import com.nexnum.faults.Evidence.Balance;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check sees the books that are wrong in its way. */
class ChecksCanFailTest {

    private static final String KEPT = History.KEPT;
    private static final String BACK = History.BACK;

    @Test
    void right_books_give_no_reason_to_complain() {
        var evidence = new History().evidence();
        assertThat(Arrays.stream(Check.values()).flatMap(check -> check.of(evidence).stream()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongBooks")
    void wrong_books_are_seen(String wrong, Check check, Kind kind, Consumer<History> spoil) {
        var history = new History();
        spoil.accept(history);
        assertThat(check.of(history.evidence())).extracting(Complaint::kind).contains(kind);
    }

    static Stream<Arguments> wrongBooks() {
        return Stream.of(
                wrong(
                        "a second refund",
                        Check.ONCE,
                        Kind.DOUBLED,
                        h -> h.wallet("charge-refunded", BACK, 10)),
                wrong(
                        "a second charge",
                        Check.ONCE,
                        Kind.DOUBLED,
                        h -> h.wallet("hold-captured", KEPT, 10)),
                wrong(
                        "a hold charged and let go",
                        Check.ONCE,
                        Kind.DOUBLED,
                        h -> h.wallet("hold-released", KEPT, 10)),
                wrong(
                        "a purchase that hangs",
                        Check.ENDS,
                        Kind.PENDING,
                        h -> h.add("act_new", "activation.requested", "{}")),
                wrong(
                        "a number without a charge",
                        Check.ENDS,
                        Kind.LOST,
                        h -> h.drop(is("wallet.hold-captured", KEPT))),
                wrong(
                        "a number without a receipt",
                        Check.ENDS,
                        Kind.LOST,
                        h -> h.drop(is("purchase.order-fulfilled", KEPT))),
                wrong(
                        "a failed purchase that keeps its hold",
                        Check.ENDS,
                        Kind.LOST,
                        h -> {
                            h.add("act_new", "activation.requested", "{}");
                            h.wallet("funds-held", "new", 10);
                            h.add("act_new", "activation.failed", "{}");
                        }),
                wrong(
                        "a failed purchase with an open order",
                        Check.ENDS,
                        Kind.LOST,
                        h -> {
                            h.add("ord_new", "purchase.order-placed", "{}");
                            h.add("act_new", "activation.failed", "{}");
                        }),
                wrong(
                        "a number and a failure",
                        Check.ENDS,
                        Kind.WRONG,
                        h -> h.add("act_" + KEPT, "activation.failed", "{}")),
                wrong(
                        "a refund deleted",
                        Check.REFUNDS,
                        Kind.PENDING,
                        h -> h.drop(is("wallet.charge-refunded", BACK))),
                wrong(
                        "a refund for nothing",
                        Check.REFUNDS,
                        Kind.WRONG,
                        h -> h.wallet("charge-refunded", KEPT, 10)),
                wrong(
                        "a refund that no receipt shows",
                        Check.REFUNDS,
                        Kind.PENDING,
                        h -> h.drop(is("purchase.order-refunded", BACK))),
                wrong(
                        "an expired number that was not refunded",
                        Check.REFUNDS,
                        Kind.PENDING,
                        h -> h.add("act_" + KEPT, "activation.expired", "{\"smsReceived\":false}")),
                wrong(
                        "one number sold more",
                        Check.NUMBERS,
                        Kind.PENDING,
                        h -> h.sold.add(History.sale("3", State.OPEN))),
                wrong(
                        "a number that nobody sold",
                        Check.NUMBERS,
                        Kind.WRONG,
                        h -> h.sold.removeFirst()),
                wrong(
                        "a number that serves two",
                        Check.NUMBERS,
                        Kind.DOUBLED,
                        h ->
                                h.add(
                                        "ord_new",
                                        "purchase.order-fulfilled",
                                        "{\"provider\":\"sandbox\",\"upstreamId\":\"1\"}")),
                wrong(
                        "a cancelled number that was not given back",
                        Check.NUMBERS,
                        Kind.LOST,
                        h -> h.sold.set(1, History.sale("2", State.OPEN))),
                wrong(
                        "a number given back that is still let",
                        Check.NUMBERS,
                        Kind.PENDING,
                        h -> h.sold.set(0, History.sale("1", State.CANCELLED))),
                wrong("an SMS that nobody read", Check.SMS, Kind.PENDING, h -> h.messages.clear()),
                wrong("a cent too much", Check.MONEY, Kind.LOST, h -> h.postings.put("USD", 1L)),
                wrong("no ledger", Check.MONEY, Kind.PENDING, h -> h.postings.clear()),
                wrong(
                        "another balance",
                        Check.MONEY,
                        Kind.PENDING,
                        h -> h.balances.put("wallet-cus_a", new Balance(91, 0))),
                wrong(
                        "an unknown wallet",
                        Check.MONEY,
                        Kind.WRONG,
                        h -> h.balances.put("wallet-cus_b", new Balance(1, 0))),
                wrong(
                        "a wallet below zero",
                        Check.MONEY,
                        Kind.WRONG,
                        h -> h.wallet("funds-held", "new", 1_000)),
                wrong(
                        "a promise without a purchase",
                        Check.TOLD,
                        Kind.LOST,
                        h -> h.drop(event -> event.purchase().filter(KEPT::equals).isPresent())),
                wrong(
                        "a cancellation forgotten",
                        Check.TOLD,
                        Kind.LOST,
                        h -> h.drop(is("activation.cancelled", BACK))),
                wrong(
                        "an SMS that was shown and is gone",
                        Check.TOLD,
                        Kind.LOST,
                        h -> h.messages.put("act_" + KEPT, Set.of("1234"))),
                wrong(
                        "one key and two purchases",
                        Check.TOLD,
                        Kind.DOUBLED,
                        h -> h.contradictions.add("a key")),
                wrong(
                        "a gap in a stream",
                        Check.STORE,
                        Kind.LOST,
                        h -> h.drop(is("activation.requested", KEPT))),
                wrong(
                        "a dead letter",
                        Check.STORE,
                        Kind.WRONG,
                        h -> h.deadLetters = List.of("a letter")));
    }

    @Test
    void a_row_that_no_replay_gives_is_seen_and_so_is_one_more() {
        assertThat(Replay.differences(List.of("a", "b"), List.of("a", "b"))).isEmpty();
        assertThat(Replay.differences(List.of("a", "b"), List.of("a"))).hasSize(1);
        assertThat(Replay.differences(List.of("a"), List.of("a", "b"))).hasSize(1);
        assertThat(Replay.differences(List.of(), List.of())).hasSize(1);
    }

    private static java.util.function.Predicate<StoredEvent> is(String name, String key) {
        return event ->
                event.name().equals(name) && event.purchase().filter(key::equals).isPresent();
    }

    private static Arguments wrong(String what, Check check, Kind kind, Consumer<History> spoil) {
        return Arguments.of(what, check, kind, spoil);
    }
}
