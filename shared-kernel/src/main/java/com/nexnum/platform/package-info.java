/** The technical parts that both sides stand on; no business word. */
@NullMarked
package com.nexnum.platform;

import org.jspecify.annotations.NullMarked;
