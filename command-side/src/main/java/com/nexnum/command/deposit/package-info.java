/** Money coming in through payment gateways. */
@NullMarked
package com.nexnum.command.deposit;

import org.jspecify.annotations.NullMarked;
