package com.nexnum.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.decision.Folded;
import com.nexnum.command.purchase.OrderCommand.AttemptSupply;
import com.nexnum.command.purchase.OrderCommand.FailOrder;
import com.nexnum.command.purchase.OrderCommand.RecordRefusal;
import com.nexnum.command.purchase.OrderCommand.RecordUnknownOutcome;
import com.nexnum.command.purchase.OrderCommand.RefundOrder;
import com.nexnum.command.purchase.OrderCommand.WithdrawOrder;
import com.nexnum.kernel.purchase.PurchaseEvent;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFailed;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderPlaced;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderRefunded;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyAttempted;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyOutcomeUnknown;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyRefused;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is asked of an order, in whatever order and how often. */
class OrderLawsTest extends OrderStory {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static LongStream seeds() {
        return LongStream.range(0, 2_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void one_provider_at_a_time_is_asked_and_one_number_is_bought(long seed) {
        var random = new SplittableRandom(seed);
        var order =
                new Folded<>(
                        (OrderState) new OrderState.New(),
                        OrderDecider::decide,
                        OrderState::evolve);
        for (int step = 0; step < 60; step++) {
            order.carryOut(anyCommand(random));
        }
        holds(order.past());
        var state = order.state();
        assertThat(JSON.readValue(JSON.writeValueAsString(state), OrderState.class))
                .isEqualTo(state);
    }

    private static void holds(List<PurchaseEvent> past) {
        int attempt = 0;
        boolean open = false;
        boolean sold = false;
        boolean over = false;
        for (var event : past) {
            assertThat(over).isFalse();
            switch (event) {
                case OrderPlaced _ -> assertThat(attempt).isZero();
                case SupplyAttempted next -> {
                    assertThat(open || sold).isFalse();
                    assertThat(next.attempt()).isEqualTo(++attempt);
                    open = true;
                }
                case SupplyOutcomeUnknown _ -> assertThat(open).isTrue();
                case SupplyRefused _ -> {
                    assertThat(open).isTrue();
                    open = false;
                }
                case OrderFulfilled _ -> {
                    assertThat(open && !sold).isTrue();
                    open = false;
                    sold = true;
                }
                case OrderFailed _ -> {
                    assertThat(open).isFalse();
                    over = true;
                }
                case OrderRefunded _ -> {
                    assertThat(sold).isTrue();
                    over = true;
                }
            }
        }
    }

    private static OrderCommand anyCommand(SplittableRandom random) {
        int attempt = 1 + random.nextInt(5);
        return switch (random.nextInt(24)) {
            case 0, 1, 2 -> place("0.15");
            case 3, 4, 5, 6, 7, 8 -> new AttemptSupply(ORDER, attempt, supplier("p" + attempt));
            case 9, 10, 11, 12, 13, 14 -> new RecordRefusal(ORDER, attempt, "NO_NUMBERS");
            case 15, 16, 17 -> new RecordUnknownOutcome(ORDER, attempt, "timeout");
            case 18, 19, 20 -> fulfil(attempt);
            case 21 -> new FailOrder(ORDER, CUSTOMER, attempt, "NO_NUMBERS");
            case 22 -> new WithdrawOrder(ORDER, attempt, "PURCHASE_REFUSED");
            default -> new RefundOrder(ORDER, "EXPIRED");
        };
    }
}
