/** How much is available, and how much is held? */
@NullMarked
package com.nexnum.query.balance;

import org.jspecify.annotations.NullMarked;
