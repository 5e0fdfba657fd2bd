/** Where time comes from. */
@NullMarked
package com.nexnum.platform.time;

import org.jspecify.annotations.NullMarked;
