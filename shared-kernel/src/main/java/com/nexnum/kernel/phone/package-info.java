/** Phone numbers. */
@NullMarked
package com.nexnum.kernel.phone;

import org.jspecify.annotations.NullMarked;
