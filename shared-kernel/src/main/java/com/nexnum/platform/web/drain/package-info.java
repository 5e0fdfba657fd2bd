/** How a process leaves its clients without one of them noticing. */
@NullMarked
package com.nexnum.platform.web.drain;

import org.jspecify.annotations.NullMarked;
