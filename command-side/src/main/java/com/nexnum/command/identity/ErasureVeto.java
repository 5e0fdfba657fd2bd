package com.nexnum.command.identity;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.web.Problem;
import java.util.Optional;

/** Whoever still needs a customer's personal data says so here. */
public interface ErasureVeto {

    Optional<Problem> against(CustomerId customerId);
}
