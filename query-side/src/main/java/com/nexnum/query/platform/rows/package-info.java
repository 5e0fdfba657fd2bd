/** What projections make of events, written once for one event and for all of history. */
@NullMarked
package com.nexnum.query.platform.rows;

import org.jspecify.annotations.NullMarked;
