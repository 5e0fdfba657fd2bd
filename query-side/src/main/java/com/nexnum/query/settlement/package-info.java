/** Do our books agree with what gateways settled and what providers charge us? */
@NullMarked
package com.nexnum.query.settlement;

import org.jspecify.annotations.NullMarked;
