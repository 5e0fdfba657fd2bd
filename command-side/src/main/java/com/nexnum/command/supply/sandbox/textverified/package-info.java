/** The TextVerified protocol, spoken over the sandbox market. */
@NullMarked
package com.nexnum.command.supply.sandbox.textverified;

import org.jspecify.annotations.NullMarked;
