/** How upstream providers are named. */
@NullMarked
package com.nexnum.kernel.supply;

import org.jspecify.annotations.NullMarked;
