/** How fast auditors are answered from a long ledger, and how fast it leaves the house. */
@NullMarked
package com.nexnum.benchmark.ledger;

import org.jspecify.annotations.NullMarked;
