/** How long a process takes to start, and what memory it takes. */
@NullMarked
package com.nexnum.benchmark.startup;

import org.jspecify.annotations.NullMarked;
