/** Events that wait, for administrators. */
@NullMarked
package com.nexnum.command.platform.deadletters;

import org.jspecify.annotations.NullMarked;
