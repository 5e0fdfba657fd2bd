/** Deciding about a customer's money: held, captured or released, refunded. */
@NullMarked
package com.nexnum.command.wallet;

import org.jspecify.annotations.NullMarked;
