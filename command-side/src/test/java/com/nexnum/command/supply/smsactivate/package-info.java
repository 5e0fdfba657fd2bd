/** Providers that speak the SMS-Activate protocol. */
@NullMarked
package com.nexnum.command.supply.smsactivate;

import org.jspecify.annotations.NullMarked;
