package com.nexnum.command.supply;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a provider says of the SMS for a number of ours. */
public sealed interface SmsAnswer {

    /** None yet, or none since the last one. */
    record Waiting() implements SmsAnswer {}

    /**
     * At least one, in the order of arrival. Some providers tell all of them each time, others only
     * the latest: a message known before is recognised by its id, or by its text where it has none.
     */
    record Received(List<Sms> messages) implements SmsAnswer {
        public Received {
            messages = List.copyOf(messages);
        }
    }

    /** The provider took the number back or let it expire. */
    record Cancelled() implements SmsAnswer {}

    /** The provider knows no such number of ours. */
    record NotFound() implements SmsAnswer {}

    /** No answer that could be understood; nothing is known. */
    record Unavailable(String why) implements SmsAnswer {}

    /**
     * @param id the provider's own id of the message, where it has one
     * @param text the message; where a provider tells only the code, the code
     * @param code the code as the provider extracted it, where it did
     */
    record Sms(@Nullable String id, String text, @Nullable String code) {}
}
