/** SMS on their way in: polled, hinted at by webhooks, de-duplicated, read for codes. */
@NullMarked
package com.nexnum.command.sms;

import org.jspecify.annotations.NullMarked;
