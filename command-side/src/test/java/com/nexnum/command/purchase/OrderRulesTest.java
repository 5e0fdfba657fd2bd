package com.nexnum.command.purchase;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.nexnum.command.purchase.OrderCommand.AttemptSupply;
import com.nexnum.command.purchase.OrderCommand.FailOrder;
import com.nexnum.command.purchase.OrderCommand.RecordRefusal;
import com.nexnum.command.purchase.OrderCommand.RecordUnknownOutcome;
import com.nexnum.command.purchase.OrderCommand.RefundOrder;
import com.nexnum.command.purchase.OrderCommand.WithdrawOrder;
import com.nexnum.command.purchase.OrderRejection.OrderReused;
import com.nexnum.command.purchase.OrderRejection.OrderUnknown;
import com.nexnum.command.purchase.OrderRejection.OutOfTurn;
import com.nexnum.kernel.purchase.PurchaseEvent;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFailed;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderRulesTest extends OrderStory {

    private static final FailOrder FAIL = new FailOrder(ORDER, CUSTOMER, 2, "NO_NUMBERS");
    private static final WithdrawOrder WITHDRAW = new WithdrawOrder(ORDER, 1, "PURCHASE_REFUSED");
    private static final PurchaseEvent WITHDRAWN =
            new OrderFailed(ORDER, CUSTOMER, "PURCHASE_REFUSED");
    private static final RefundOrder REFUND = new RefundOrder(ORDER, "EXPIRED");

    @Test
    void is_placed_with_its_first_attempt_once() {
        does(List.of(PLACED, attempted(1)), place("0.15"));
        doesNothing(place("0.15"), PLACED, attempted(1));
        refuses(new OutOfTurn("Failed"), place("0.15"), PLACED, attempted(1), refused(1), FAILED);
        refuses(new OrderReused(), place("0.16"), PLACED, attempted(1));
    }

    @Test
    void asks_the_next_provider_after_a_refusal_once() {
        does(attempted(2), attempt(2), PLACED, attempted(1), refused(1));
        doesNothing(attempt(2), PLACED, attempted(1), refused(1), attempted(2));
        doesNothing(attempt(1), PLACED, attempted(1), refused(1));
    }

    @Test
    void refuses_a_second_attempt_while_one_is_open_or_unknown() {
        refuses(new OutOfTurn("Attempting"), attempt(2), PLACED, attempted(1));
        refuses(new OutOfTurn("Unknown"), attempt(2), PLACED, attempted(1), unknown(1));
        refuses(new OutOfTurn("Placed"), attempt(3), PLACED, attempted(1), refused(1));
        refuses(new OutOfTurn("Fulfilled"), attempt(2), PLACED, attempted(1), fulfilled(1));
    }

    @Test
    void a_refusal_is_written_down_once_known_or_found_out() {
        does(refused(1), refusal(1), PLACED, attempted(1));
        does(refused(1), refusal(1), PLACED, attempted(1), unknown(1));
        doesNothing(refusal(1), PLACED, attempted(1), refused(1));
        doesNothing(refusal(1), PLACED, attempted(1), refused(1), attempted(2));
    }

    @Test
    void refuses_a_refusal_of_what_was_sold_or_never_asked() {
        refuses(new OutOfTurn("Fulfilled"), refusal(1), PLACED, attempted(1), fulfilled(1));
        refuses(new OutOfTurn("Attempting"), refusal(2), PLACED, attempted(1));
    }

    @Test
    void an_outcome_is_unknown_until_it_is_found_out() {
        var unknown = new RecordUnknownOutcome(ORDER, 1, "timeout");
        does(unknown(1), unknown, PLACED, attempted(1));
        doesNothing(unknown, PLACED, attempted(1), unknown(1));
        refuses(new OutOfTurn("Placed"), unknown, PLACED, attempted(1), refused(1));
    }

    @Test
    void is_fulfilled_once_by_the_attempt_that_is_open() {
        does(fulfilled(1), fulfil(1), PLACED, attempted(1));
        does(fulfilled(1), fulfil(1), PLACED, attempted(1), unknown(1));
        doesNothing(fulfil(1), PLACED, attempted(1), fulfilled(1));
        refuses(
                new OutOfTurn("Attempting"),
                fulfil(1),
                PLACED,
                attempted(1),
                refused(1),
                attempted(2));
    }

    @Test
    void fails_between_attempts_only_and_once() {
        does(FAILED, FAIL, PLACED, attempted(1), refused(1));
        doesNothing(FAIL, PLACED, attempted(1), refused(1), FAILED);
        refuses(new OutOfTurn("Attempting"), FAIL, PLACED, attempted(1));
        refuses(new OutOfTurn("Unknown"), FAIL, PLACED, attempted(1), unknown(1));
        refuses(new OutOfTurn("Fulfilled"), FAIL, PLACED, attempted(1), fulfilled(1));
    }

    @Test
    void fails_before_it_is_placed_and_is_never_placed_then() {
        does(FAILED, new FailOrder(ORDER, CUSTOMER, 1, "NO_NUMBERS"));
        doesNothing(FAIL, FAILED);
        refuses(new OutOfTurn("Failed"), place("0.15"), FAILED);
        refuses(new OutOfTurn("Failed"), attempt(1), FAILED);
    }

    @Test
    void does_not_fail_for_an_attempt_that_was_made_after_all() {
        refuses(
                new OutOfTurn("Placed"),
                FAIL,
                PLACED,
                attempted(1),
                refused(1),
                attempted(2),
                refused(2));
    }

    @Test
    void is_withdrawn_once_when_its_number_cannot_be_handed_over() {
        does(WITHDRAWN, WITHDRAW, PLACED, attempted(1), fulfilled(1));
        doesNothing(WITHDRAW, PLACED, attempted(1), fulfilled(1), WITHDRAWN);
        doesNothing(attempt(1), PLACED, attempted(1), fulfilled(1), WITHDRAWN);
        doesNothing(place("0.15"), PLACED, attempted(1), fulfilled(1), WITHDRAWN);
    }

    @Test
    void refuses_to_be_withdrawn_unless_there_is_a_number() {
        refuses(new OutOfTurn("Attempting"), WITHDRAW, PLACED, attempted(1));
        refuses(new OutOfTurn("Failed"), WITHDRAW, PLACED, attempted(1), refused(1), FAILED);
        refuses(new OutOfTurn("Refunded"), WITHDRAW, PLACED, attempted(1), fulfilled(1), REFUNDED);
    }

    @Test
    void what_was_withdrawn_neither_fails_nor_is_refunded_nor_sold_again() {
        for (var command : List.of(FAIL, REFUND, fulfil(1))) {
            refuses(
                    new OutOfTurn("Withdrawn"),
                    command,
                    PLACED,
                    attempted(1),
                    fulfilled(1),
                    WITHDRAWN);
        }
    }

    @Test
    void is_refunded_once_and_only_when_fulfilled() {
        does(REFUNDED, REFUND, PLACED, attempted(1), fulfilled(1));
        doesNothing(REFUND, PLACED, attempted(1), fulfilled(1), REFUNDED);
        refuses(new OutOfTurn("Failed"), REFUND, PLACED, attempted(1), refused(1), FAILED);
    }

    @Test
    void refuses_everything_before_it_is_placed() {
        for (var command : List.of(attempt(1), refusal(1), fulfil(1), WITHDRAW, REFUND)) {
            refuses(new OrderUnknown(), command);
        }
    }

    @Test
    void an_impossible_past_is_an_error() {
        impossible(attempted(1));
        impossible(PLACED, PLACED);
        impossible(PLACED, attempted(2));
        impossible(PLACED, attempted(1), attempted(2));
        impossible(PLACED, attempted(1), refused(2));
        impossible(PLACED, attempted(1), fulfilled(2));
        impossible(PLACED, attempted(1), unknown(2));
        impossible(PLACED, attempted(1), FAILED);
        impossible(FAILED, FAILED);
        impossible(FAILED, PLACED);
        impossible(PLACED, attempted(1), fulfilled(1), WITHDRAWN, REFUNDED);
        impossible(PLACED, attempted(1), fulfilled(1), fulfilled(1));
        impossible(PLACED, attempted(1), fulfilled(1), REFUNDED, REFUNDED);
    }

    private static AttemptSupply attempt(int number) {
        return new AttemptSupply(ORDER, number, supplier("p" + number));
    }

    private static RecordRefusal refusal(int attempt) {
        return new RecordRefusal(ORDER, attempt, "NO_NUMBERS");
    }

    private static void impossible(PurchaseEvent... past) {
        assertThatIllegalStateException()
                .isThrownBy(() -> after(past))
                .withMessageStartingWith("Corrupt stream");
    }
}
