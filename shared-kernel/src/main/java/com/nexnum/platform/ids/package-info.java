/** Where new ids come from. */
@NullMarked
package com.nexnum.platform.ids;

import org.jspecify.annotations.NullMarked;
