/** What was changed by whom, from where, and what it was before. */
@NullMarked
package com.nexnum.platform.audit;

import org.jspecify.annotations.NullMarked;
