/** Who is calling, and what they may do. */
@NullMarked
package com.nexnum.platform.security;

import org.jspecify.annotations.NullMarked;
