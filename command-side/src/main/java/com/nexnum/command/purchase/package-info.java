/** Reserve, charge, fulfil: the purchase process and its order, the receipt. */
@NullMarked
package com.nexnum.command.purchase;

import org.jspecify.annotations.NullMarked;
