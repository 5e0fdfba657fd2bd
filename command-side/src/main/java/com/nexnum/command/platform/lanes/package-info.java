/** The command bus: commands hashed by aggregate to lanes, many commands in one commit. */
@NullMarked
package com.nexnum.command.platform.lanes;

import org.jspecify.annotations.NullMarked;
