/** What would rewrite the past or break the other side if it changed. */
@NullMarked
package com.nexnum.kernel;

import org.jspecify.annotations.NullMarked;
