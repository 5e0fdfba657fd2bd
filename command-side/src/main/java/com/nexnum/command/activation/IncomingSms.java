package com.nexnum.command.activation;

import com.nexnum.kernel.activation.SmsId;
import com.nexnum.kernel.privacy.SealedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An SMS, sealed for its customer.
 *
 * @param code the code that was found in it, if one was
 */
public record IncomingSms(
        SmsId smsId, SealedText text, @Nullable SealedText code, Instant receivedAt) {}
