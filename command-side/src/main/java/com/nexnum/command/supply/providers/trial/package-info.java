/** Trying a document out on an answer, and a provider without buying anything. */
@NullMarked
package com.nexnum.command.supply.providers.trial;

import org.jspecify.annotations.NullMarked;
