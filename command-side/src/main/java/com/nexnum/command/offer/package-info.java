/** Deciding who gets the last number of an offer. */
@NullMarked
package com.nexnum.command.offer;

import org.jspecify.annotations.NullMarked;
