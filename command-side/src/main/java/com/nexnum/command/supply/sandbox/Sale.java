package com.nexnum.command.supply.sandbox;

import com.nexnum.command.supply.Protocol;
import com.nexnum.kernel.phone.E164;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number that was sold.
 *
 * @param over the protocol in which it was sold
 * @param priceMicros millionths of a dollar
 * @param endsAt when it expires
 * @param reference what the buyer called it
 * @param asked how many more SMS the buyer asked for
 * @param messages that arrived or are on their way, in the order of arrival
 * @param later texts that come when the buyer asks for one more
 */
public record Sale(
        long id,
        Protocol over,
        SandboxService service,
        SandboxCountry country,
        E164 number,
        long priceMicros,
        Instant boughtAt,
        Instant endsAt,
        @Nullable String reference,
        State state,
        int asked,
        List<SandboxSms> messages,
        List<String> later) {

    /** The life of a sale. */
    public enum State {
        OPEN,
        FINISHED,
        CANCELLED,
        EXPIRED
    }

    public Sale {
        messages = List.copyOf(messages);
        later = List.copyOf(later);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** What came until now; nothing ever came to a sale that was given back. */
    public List<SandboxSms> arrived(Instant now) {
        return state == State.CANCELLED || state == State.EXPIRED
                ? List.of()
                : until(now.isBefore(endsAt) ? now : endsAt);
    }

    private List<SandboxSms> until(Instant now) {
        return messages.stream().filter(sms -> !sms.at().isAfter(now)).toList();
    }

    /** Whether one more SMS was asked for and has not come. */
    public boolean awaitsAnother(Instant now) {
        return isOpen() && asked > 0 && arrived(now).size() <= asked;
    }

    /** It ends; what has not come by then never comes. */
    Sale ended(State end, Instant now) {
        return new Sale(
                id,
                over,
                service,
                country,
                number,
                priceMicros,
                boughtAt,
                endsAt,
                reference,
                end,
                asked,
                arrived(now),
                List.of());
    }

    /** The buyer asks for one more SMS; it comes at that time, if there is a text for it. */
    Sale another(long smsId, Instant at) {
        var more = new ArrayList<>(messages);
        if (!later.isEmpty()) {
            more.add(new SandboxSms(smsId, at, service.name(), later.getFirst()));
        }
        return new Sale(
                id,
                over,
                service,
                country,
                number,
                priceMicros,
                boughtAt,
                endsAt,
                reference,
                state,
                asked + 1,
                more,
                later.isEmpty() ? later : later.subList(1, later.size()));
    }
}
