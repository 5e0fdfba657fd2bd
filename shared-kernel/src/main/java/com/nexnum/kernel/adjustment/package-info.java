/** Corrections of a customer's balance that two administrators agree on. */
@NullMarked
package com.nexnum.kernel.adjustment;

import org.jspecify.annotations.NullMarked;
