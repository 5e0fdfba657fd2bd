/** The technical parts of the command side; no business word. */
@NullMarked
package com.nexnum.command.platform;

import org.jspecify.annotations.NullMarked;
