/** A provider inside the process that behaves as real ones do, over real HTTP. */
@NullMarked
package com.nexnum.command.supply.sandbox;

import org.jspecify.annotations.NullMarked;
