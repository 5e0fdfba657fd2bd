/** What it costs to seal events, and how fast the whole past is verified. */
@NullMarked
package com.nexnum.benchmark.proof;

import org.jspecify.annotations.NullMarked;
