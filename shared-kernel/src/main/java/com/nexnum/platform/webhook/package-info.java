/** Signed HTTP messages between machines. */
@NullMarked
package com.nexnum.platform.webhook;

import org.jspecify.annotations.NullMarked;
