/** The journal of a period as a file, in formats that other tools read. */
@NullMarked
package com.nexnum.query.ledger.export;

import org.jspecify.annotations.NullMarked;
