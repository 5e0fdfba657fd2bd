/**
 * The yardstick of the purchases: the same purchase without events, by rows, locks and one
 * transaction for each step. It lives in the benchmark only.
 */
@NullMarked
package com.nexnum.benchmark.shop.crud;

import org.jspecify.annotations.NullMarked;
