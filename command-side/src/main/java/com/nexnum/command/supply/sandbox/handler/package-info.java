/** The SMS-Activate protocol and its variants, spoken over the sandbox market. */
@NullMarked
package com.nexnum.command.supply.sandbox.handler;

import org.jspecify.annotations.NullMarked;
