package com.nexnum.command.deposit;

import com.nexnum.kernel.money.Currency;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What wallets are kept in; a currency that there is not is refused when it is read.
 *
 * @param currency of deposits
 */
@ConfigurationProperties("nexnum.wallet")
record DepositProperties(@DefaultValue("USD") Currency currency) {}
