/** Taking in what payment gateways say that they brought. */
@NullMarked
package com.nexnum.command.settlement;

import org.jspecify.annotations.NullMarked;
