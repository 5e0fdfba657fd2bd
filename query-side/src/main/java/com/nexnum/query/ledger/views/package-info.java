/** What auditors looked at: every request below {@code /api/v1/audit}, whoever serves it. */
@NullMarked
package com.nexnum.query.ledger.views;

import org.jspecify.annotations.NullMarked;
