/** What was done once is done once for ever. */
@NullMarked
package com.nexnum.command.platform.claims;

import org.jspecify.annotations.NullMarked;
