/** Which corrections were proposed, by whom, and what became of them? */
@NullMarked
package com.nexnum.query.adjustments;

import org.jspecify.annotations.NullMarked;
