package com.nexnum.command.supply.balance;

import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.supply.ProviderSlug;

/** What must be left at each provider so that nobody has to be told. */
@FunctionalInterface
public interface BalanceAlerts {

    Money of(ProviderSlug provider);
}
