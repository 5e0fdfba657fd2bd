/** When which number is asked for at its provider, as often as the provider's limit allows. */
@NullMarked
package com.nexnum.command.sms.polling;

import org.jspecify.annotations.NullMarked;
