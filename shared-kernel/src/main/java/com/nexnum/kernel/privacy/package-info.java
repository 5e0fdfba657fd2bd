/** Personal data in events: sealed with a key that can be thrown away. */
@NullMarked
package com.nexnum.kernel.privacy;

import org.jspecify.annotations.NullMarked;
