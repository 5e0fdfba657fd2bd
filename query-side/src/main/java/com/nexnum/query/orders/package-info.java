/** What was ordered, whom did we ask, and how did it end? */
@NullMarked
package com.nexnum.query.orders;

import org.jspecify.annotations.NullMarked;
