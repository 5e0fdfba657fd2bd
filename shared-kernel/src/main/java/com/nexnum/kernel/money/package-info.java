/** Exact money. */
@NullMarked
package com.nexnum.kernel.money;

import org.jspecify.annotations.NullMarked;
