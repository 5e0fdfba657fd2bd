package com.nexnum.command.purchase;

import com.nexnum.command.activation.ActivationRejection.CustomerErased;
import com.nexnum.command.decision.CommandRejected;
import com.nexnum.command.identity.ErasureFence;
import com.nexnum.command.platform.InTransactionConfiguration;
import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** A request and an erasure wait for each other: the second one sees what the first one did. */
@Component
@ProcessingGroup(InTransactionConfiguration.GROUP)
class NothingIsBoughtForTheErased {

    private final ErasureFence fence;

    NothingIsBoughtForTheErased(ErasureFence fence) {
        this.fence = fence;
    }

    @EventHandler
    void on(ActivationRequested event) {
        if (!fence.enter(event.customerId())) {
            throw new CommandRejected(new CustomerErased());
        }
    }
}
