/** The 5sim protocol, spoken over the sandbox market. */
@NullMarked
package com.nexnum.command.supply.sandbox.fivesim;

import org.jspecify.annotations.NullMarked;
