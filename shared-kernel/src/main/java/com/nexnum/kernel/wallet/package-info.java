/** What happens to a wallet. */
@NullMarked
package com.nexnum.kernel.wallet;

import org.jspecify.annotations.NullMarked;
