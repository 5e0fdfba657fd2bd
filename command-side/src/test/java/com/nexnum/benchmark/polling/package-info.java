/** How much of what providers allow is used for polls, and how evenly. */
@NullMarked
package com.nexnum.benchmark.polling;

import org.jspecify.annotations.NullMarked;
