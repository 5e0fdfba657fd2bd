/** What happens to one purchase order. */
@NullMarked
package com.nexnum.kernel.purchase;

import org.jspecify.annotations.NullMarked;
