/** A repeat of a request gets the answer of the first; a reused key is refused. */
@NullMarked
package com.nexnum.command.platform.idempotency;

import org.jspecify.annotations.NullMarked;
