/** How rejections reach the client. */
@NullMarked
package com.nexnum.command.platform.rejection;

import org.jspecify.annotations.NullMarked;
