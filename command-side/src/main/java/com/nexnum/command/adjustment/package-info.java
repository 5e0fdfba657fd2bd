/** Deciding on corrections of customers' balances: one administrator proposes, another approves. */
@NullMarked
package com.nexnum.command.adjustment;

import org.jspecify.annotations.NullMarked;
