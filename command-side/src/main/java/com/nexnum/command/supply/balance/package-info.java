/** What we have left at each provider. */
@NullMarked
package com.nexnum.command.supply.balance;

import org.jspecify.annotations.NullMarked;
