/** Providers that speak the 5sim protocol. */
@NullMarked
package com.nexnum.command.supply.fivesim;

import org.jspecify.annotations.NullMarked;
