/** The tree of accounts: what each node holds at any time, and what was posted to it. */
@NullMarked
package com.nexnum.query.ledger.accounts;

import org.jspecify.annotations.NullMarked;
