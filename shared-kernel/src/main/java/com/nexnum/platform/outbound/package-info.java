/** The one way out: calls to addresses that people typed in, to checked destinations alone. */
@NullMarked
package com.nexnum.platform.outbound;

import org.jspecify.annotations.NullMarked;
