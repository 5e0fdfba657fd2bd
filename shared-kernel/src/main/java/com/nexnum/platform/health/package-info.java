/** Whether this process can serve. */
@NullMarked
package com.nexnum.platform.health;

import org.jspecify.annotations.NullMarked;
