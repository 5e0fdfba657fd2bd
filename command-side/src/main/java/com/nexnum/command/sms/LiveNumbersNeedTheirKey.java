package com.nexnum.command.sms;

import com.nexnum.command.identity.ErasureVeto;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.web.Problem;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An SMS that comes could not be sealed without the key: numbers end first. */
@Component
@Order(2)
class LiveNumbersNeedTheirKey implements ErasureVeto {

    private final Rentals rentals;

    LiveNumbersNeedTheirKey(Rentals rentals) {
        this.rentals = rentals;
    }

    @Override
    public Optional<Problem> against(CustomerId customerId) {
        return rentals.hasAny(customerId)
                ? Optional.of(
                        Problem.of(
                                409,
                                "NUMBERS_STILL_LIVE",
                                "The customer holds live numbers; erase once they have ended."))
                : Optional.empty();
    }
}
