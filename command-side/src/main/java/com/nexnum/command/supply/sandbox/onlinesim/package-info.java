/** The OnlineSIM protocol, spoken over the sandbox market. */
@NullMarked
package com.nexnum.command.supply.sandbox.onlinesim;

import org.jspecify.annotations.NullMarked;
