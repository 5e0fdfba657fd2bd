package com.nexnum.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.purchase.Stage.AskingNext;
import com.nexnum.command.purchase.Stage.Assigning;
import com.nexnum.command.purchase.Stage.BackingOut;
import com.nexnum.command.purchase.Stage.Capturing;
import com.nexnum.command.purchase.Stage.ClosingOrder;
import com.nexnum.command.purchase.Stage.Confirming;
import com.nexnum.command.purchase.Stage.Ended;
import com.nexnum.command.purchase.Stage.FailingActivation;
import com.nexnum.command.purchase.Stage.FailingOrder;
import com.nexnum.command.purchase.Stage.Holding;
import com.nexnum.command.purchase.Stage.LettingGo;
import com.nexnum.command.purchase.Stage.Placing;
import com.nexnum.command.purchase.Stage.Refunding;
import com.nexnum.command.purchase.Stage.RefundingWithdrawn;
import com.nexnum.command.purchase.Stage.ReleasingHold;
import com.nexnum.command.purchase.Stage.ReleasingWithdrawn;
import com.nexnum.command.purchase.Stage.Reserving;
import com.nexnum.command.purchase.Stage.RulingOutHold;
import com.nexnum.command.purchase.Stage.Serving;
import com.nexnum.command.purchase.Stage.SteppingOver;
import com.nexnum.command.purchase.Stage.Stuck;
import com.nexnum.command.purchase.Stage.Supplying;
import com.nexnum.command.purchase.Stage.WithdrawingOrder;
import com.nexnum.command.purchase.Stage.Withholding;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.platform.eventstore.GeneralSerializer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A purchase waits in the database between its news. */
class StoredPurchaseTest extends PurchaseStory {

    private static final Money PRICE = Money.usd("0.15");
    private static final OrderFulfilled SOLD = soldBy("a", 1, "0.15", "0.10");

    static Stream<Stage> stages() {
        return Stream.of(
                new Reserving(0, 1, null),
                new Reserving(1, 2, PRICE),
                new Holding(0),
                new SteppingOver(0),
                new BackingOut(0, "X"),
                new Placing(0),
                new AskingNext(1, 2, PRICE),
                new Supplying(1, PRICE),
                new Supplying(1, null),
                new LettingGo(0, 1, PRICE, "X"),
                new FailingOrder(1, 0, null, "X"),
                new FailingOrder(2, null, PRICE, "X"),
                new RulingOutHold("X"),
                new ReleasingHold("X"),
                new FailingActivation("X"),
                new Capturing(0, SOLD),
                new Confirming(0, SOLD),
                new Assigning(SOLD),
                new Serving(SOLD),
                new Refunding(SOLD, "X"),
                new ClosingOrder("X"),
                new Withholding(SOLD, "X"),
                new WithdrawingOrder(SOLD, "X"),
                new RefundingWithdrawn(SOLD),
                new ReleasingWithdrawn(SOLD),
                new Stuck(new Refunding(SOLD, "X"), "X"),
                new Ended());
    }

    @ParameterizedTest
    @MethodSource("stages")
    void is_read_as_it_was_written(Stage stage) {
        var serializer = GeneralSerializer.create();
        var purchase = new PurchaseProcess(requested(candidate("a", "0.15", "0.10")), NOON, stage);
        var written = serializer.serialize(purchase, String.class);
        assertThat(serializer.<String, Object>deserialize(written)).isEqualTo(purchase);
    }

    @Test
    void the_saga_is_written_with_its_purchase() {
        var serializer = GeneralSerializer.create();
        var written = serializer.serialize(new PurchaseSaga(), String.class);
        assertThat(written.getData()).contains("\"process\"");
        assertThat(serializer.<String, Object>deserialize(written))
                .isInstanceOf(PurchaseSaga.class);
    }

    @Test
    void every_stage_is_tried() {
        assertThat(stages().map(Object::getClass).distinct())
                .hasSameSizeAs(Stage.class.getPermittedSubclasses());
    }
}
