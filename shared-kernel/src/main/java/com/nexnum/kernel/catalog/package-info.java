/** What can be bought, and what happens to its price and stock. */
@NullMarked
package com.nexnum.kernel.catalog;

import org.jspecify.annotations.NullMarked;
