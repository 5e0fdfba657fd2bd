/** How older wallet events are read. */
@NullMarked
package com.nexnum.kernel.wallet.history;

import org.jspecify.annotations.NullMarked;
