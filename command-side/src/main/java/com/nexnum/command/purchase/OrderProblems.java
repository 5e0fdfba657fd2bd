package com.nexnum.command.purchase;

import com.nexnum.command.platform.RejectionProblems;
import com.nexnum.command.purchase.OrderRejection.OrderReused;
import com.nexnum.command.purchase.OrderRejection.OrderUnknown;
import com.nexnum.command.purchase.OrderRejection.OutOfTurn;
import com.nexnum.platform.web.Problem;
import org.springframework.stereotype.Component;

/** How an order's refusals look to a client. */
@Component
final class OrderProblems implements RejectionProblems<OrderRejection> {

    @Override
    public Class<OrderRejection> family() {
        return OrderRejection.class;
    }

    @Override
    public Problem problem(OrderRejection rejection) {
        return switch (rejection) {
            case OrderUnknown _ ->
                    Problem.of(404, "ORDER_NOT_FOUND", "There is no such order of yours.");
            case OrderReused _ ->
                    Problem.of(409, "ORDER_REUSED", "The order stands for another purchase.");
            case OutOfTurn(var stage) ->
                    Problem.of(409, "ORDER_OUT_OF_TURN", "The order is past that.")
                            .with("stage", stage);
        };
    }
}
