/** Keeps the failures of a provider from hurting anybody: its circuit, known to all processes. */
@NullMarked
package com.nexnum.command.supply.protection;

import org.jspecify.annotations.NullMarked;
