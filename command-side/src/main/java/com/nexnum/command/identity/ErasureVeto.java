package com.nexnum.command.identity;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.web.Problem;
import java.util.Optional;

/**
 * Whoever still needs a customer's personal data says so here. They are asked in the order in which
 * the need moves from one to the next, so that it is not missed on its way.
 */
public interface ErasureVeto {

    Optional<Problem> against(CustomerId customerId);
}
