/** Providers made from configuration. */
@NullMarked
package com.nexnum.command.supply.wiring;

import org.jspecify.annotations.NullMarked;
