/** The side that answers. */
@NullMarked
package com.nexnum.query;

import org.jspecify.annotations.NullMarked;
