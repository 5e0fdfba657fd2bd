/** How the event processors of this process stand, for operators. */
@NullMarked
package com.nexnum.platform.processors;

import org.jspecify.annotations.NullMarked;
