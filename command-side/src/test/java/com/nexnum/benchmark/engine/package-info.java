/** What it costs to speak with providers as their documents say. */
@NullMarked
package com.nexnum.benchmark.engine;

import org.jspecify.annotations.NullMarked;
