/** How events are named and written, for ever. */
@NullMarked
package com.nexnum.kernel.language;

import org.jspecify.annotations.NullMarked;
