/** What was posted, and does it add up? */
@NullMarked
package com.nexnum.query.ledger;

import org.jspecify.annotations.NullMarked;
