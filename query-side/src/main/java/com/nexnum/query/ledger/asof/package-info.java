/** The journal as it stood at an instant or after an entry, and sums that make this cheap. */
@NullMarked
package com.nexnum.query.ledger.asof;

import org.jspecify.annotations.NullMarked;
