/** The sms-man protocol, spoken over the sandbox market. */
@NullMarked
package com.nexnum.command.supply.sandbox.smsman;

import org.jspecify.annotations.NullMarked;
