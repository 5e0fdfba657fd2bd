/** Buying numbers from upstream providers. */
@NullMarked
package com.nexnum.command.supply;

import org.jspecify.annotations.NullMarked;
