package com.nexnum.command.purchase;

import com.nexnum.command.platform.InTransactionConfiguration;
import com.nexnum.command.platform.agenda.Agenda;
import com.nexnum.command.platform.agenda.Details;
import com.nexnum.kernel.purchase.PurchaseEvent;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFailed;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderPlaced;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderRefunded;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyAttempted;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyOutcomeUnknown;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyRefused;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/** Each attempt is asked once; each unknown outcome is found out. */
@Component
@ProcessingGroup(InTransactionConfiguration.GROUP)
class SupplyAgenda {

    private final Agenda agenda;
    private final UpstreamNumbers numbers;

    SupplyAgenda(Agenda agenda, UpstreamNumbers numbers) {
        this.agenda = agenda;
        this.numbers = numbers;
    }

    @EventHandler
    void on(PurchaseEvent event, @Timestamp Instant at) {
        var order = event.orderId().value();
        switch (event) {
            case SupplyAttempted attempted -> {
                var attempt = Details.write(Attempt.of(attempted, at));
                agenda.put(BuyNumber.KIND, order, at, attempt);
                agenda.put(
                        FindOutSupply.KIND, order, at.plus(FindOutSupply.NO_ANSWER_AFTER), attempt);
            }
            case SupplyOutcomeUnknown _ -> agenda.hurry(FindOutSupply.KIND, order, at);
            case OrderFulfilled sold -> {
                numbers.claim(sold);
                agenda.strike(FindOutSupply.KIND, order);
            }
            case SupplyRefused _ -> agenda.strike(FindOutSupply.KIND, order);
            // It had a number only if that could not be handed over.
            case OrderFailed failed ->
                    numbers.of(failed.orderId())
                            .ifPresent(number ->
                                    ReturnUnwanted.put(agenda, number, failed.orderId(), at));
            case OrderPlaced _, OrderRefunded _ -> {}
        }
    }
}
