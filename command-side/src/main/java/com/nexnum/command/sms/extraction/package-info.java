/** Finds the code in the text of an SMS. */
@NullMarked
package com.nexnum.command.sms.extraction;

import org.jspecify.annotations.NullMarked;
