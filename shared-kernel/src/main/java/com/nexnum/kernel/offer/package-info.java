/** What happens to the stock of one offer. */
@NullMarked
package com.nexnum.kernel.offer;

import org.jspecify.annotations.NullMarked;
