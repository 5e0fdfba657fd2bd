/** Who a customer is, without saying who that is. */
@NullMarked
package com.nexnum.kernel.identity;

import org.jspecify.annotations.NullMarked;
