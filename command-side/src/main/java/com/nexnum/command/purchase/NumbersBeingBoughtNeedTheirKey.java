package com.nexnum.command.purchase;

import com.nexnum.command.activation.ActivationOwners;
import com.nexnum.command.identity.ErasureVeto;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.web.Problem;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A number that is bought could not be sealed without the key: purchases end first. */
@Component
@Order(1)
class NumbersBeingBoughtNeedTheirKey implements ErasureVeto {

    private final ActivationOwners owners;

    NumbersBeingBoughtNeedTheirKey(ActivationOwners owners) {
        this.owners = owners;
    }

    @Override
    public Optional<Problem> against(CustomerId customerId) {
        return owners.anyOpen(customerId)
                ? Optional.of(
                        Problem.of(
                                409,
                                "NUMBERS_STILL_LIVE",
                                "The customer is buying a number; erase once that has ended."))
                : Optional.empty();
    }
}
