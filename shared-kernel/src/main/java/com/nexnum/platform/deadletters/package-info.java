/** Events that wait because a processor could not handle them: who waits, and another try. */
@NullMarked
package com.nexnum.platform.deadletters;

import org.jspecify.annotations.NullMarked;
