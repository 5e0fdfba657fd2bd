/** The SMSPool protocol, spoken over the sandbox market. */
@NullMarked
package com.nexnum.command.supply.sandbox.smspool;

import org.jspecify.annotations.NullMarked;
