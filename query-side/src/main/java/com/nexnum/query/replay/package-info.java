/** Balances made from all events again, in tables of their own, and compared with the live ones. */
@NullMarked
package com.nexnum.query.replay;

import org.jspecify.annotations.NullMarked;
