/** How many numbers can be bought in a second, beside a hand-written shop that does the same. */
@NullMarked
package com.nexnum.benchmark.shop;

import org.jspecify.annotations.NullMarked;
