/** Read models built anew from all of history, beside the live ones, while these serve. */
@NullMarked
package com.nexnum.query.rebuild;

import org.jspecify.annotations.NullMarked;
