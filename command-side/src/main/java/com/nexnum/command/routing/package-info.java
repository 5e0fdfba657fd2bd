/** Which providers a purchase goes to, in which order, and why. */
@NullMarked
package com.nexnum.command.routing;

import org.jspecify.annotations.NullMarked;
