/** The side that decides. */
@NullMarked
package com.nexnum.command;

import org.jspecify.annotations.NullMarked;
