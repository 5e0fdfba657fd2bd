package com.nexnum.command.supply.engine;

import com.nexnum.command.supply.SmsAnswer;
import com.nexnum.command.supply.SmsAnswer.Sms;
import com.nexnum.command.supply.SmsAnswer.Unavailable;
import com.nexnum.command.supply.engine.document.Endpoint;
import com.nexnum.command.supply.engine.document.Meaning;
import com.nexnum.command.supply.engine.document.Messages;
import com.nexnum.command.supply.engine.document.State;
import com.nexnum.command.supply.engine.expression.Expression;
import com.nexnum.command.supply.engine.expression.Scope;
import com.nexnum.command.supply.engine.reading.Reading;
import com.nexnum.command.supply.engine.reading.Values;
import com.nexnum.command.supply.http.UpstreamReply;
import com.nexnum.command.supply.http.UpstreamReply.Answer;
import com.nexnum.kernel.supply.UpstreamId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks for the SMS of a number. */
final class Listening {

    private static final String OTHER = "*";

    private final Endpoint endpoint;
    private final Exchange exchange;

    Listening(Endpoint endpoint, Exchange exchange) {
        this.endpoint = endpoint;
        this.exchange = exchange;
    }

    SmsAnswer of(UpstreamId id) {
        var reply = exchange.ask(endpoint, Map.of("id", id.value()));
        var reading = exchange.read(endpoint, reply);
        if (reading == null) {
            return unavailable(reply);
        }
        var messages = messages(endpoint.messages(), reading);
        var state = state(reading);
        if (state == State.RECEIVED && endpoint.follow() != null) {
            return followed(endpoint.follow(), id, reading, messages);
        }
        if (!messages.isEmpty()) {
            return new SmsAnswer.Received(messages);
        }
        if (state == null) {
            return otherwise(reading, reply);
        }
        return switch (state) {
            // A provider may call it received while it waits: only a message counts.
            case WAITING, RECEIVED -> new SmsAnswer.Waiting();
            case CANCELLED -> new SmsAnswer.Cancelled();
            case NOT_FOUND -> new SmsAnswer.NotFound();
        };
    }

    /** Whether this holds in the provider's answer about the number. */
    boolean holds(Expression condition, UpstreamId id) {
        var reply = exchange.ask(endpoint, Map.of("id", id.value()));
        var reading = exchange.read(endpoint, reply);
        return reading != null && condition.holdsIn(reading.scope());
    }

    private @Nullable State state(Reading reading) {
        if (!reading.succeeds() || endpoint.state() == null) {
            return null;
        }
        var word = Values.text(endpoint.state().in(reading.scope()));
        if (word == null) {
            return null;
        }
        var known = endpoint.states().get(word);
        return known == null ? endpoint.states().get(OTHER) : known;
    }

    private SmsAnswer otherwise(Reading reading, UpstreamReply reply) {
        var meaning = reading.meaning().map(Reading.Found::meaning).orElse(null);
        return switch (meaning) {
            case Meaning.PENDING -> new SmsAnswer.Waiting();
            case Meaning.NOT_FOUND -> new SmsAnswer.NotFound();
            case Meaning.ALREADY_DONE -> new SmsAnswer.Cancelled();
            case null, default -> unavailable(reply);
        };
    }

    /**
     * A passing failure here is no answer at all: the bare code now and the whole text at the next
     * call would look like two messages. A provider that never has the text gives the code.
     */
    private SmsAnswer followed(
            Endpoint second, UpstreamId id, Reading first, List<Sms> beforehand) {
        var variables = new HashMap<>(first.texts());
        variables.putIfAbsent("id", id.value());
        var reply = exchange.ask(second, variables);
        var reading = exchange.read(second, reply);
        var messages = reading == null ? List.<Sms>of() : messages(second.messages(), reading);
        if (!messages.isEmpty()) {
            return new SmsAnswer.Received(withCode(messages, beforehand));
        }
        if (reading == null || isPassing(reading, reply)) {
            return unavailable(reply);
        }
        return beforehand.isEmpty() ? new SmsAnswer.Waiting() : new SmsAnswer.Received(beforehand);
    }

    /** The code may stand in the first answer, and the text alone in the second. */
    private static List<Sms> withCode(List<Sms> messages, List<Sms> beforehand) {
        if (messages.size() != 1 || beforehand.size() != 1) {
            return messages;
        }
        var whole = messages.getFirst();
        var code = whole.code() == null ? beforehand.getFirst().code() : whole.code();
        return List.of(new Sms(whole.id(), whole.text(), code));
    }

    private static boolean isPassing(Reading reading, UpstreamReply reply) {
        boolean failed = reply instanceof Answer answer && answer.status() >= 500;
        return failed || reading.meaning().map(it -> it.meaning().passes()).orElse(false);
    }

    private static List<Sms> messages(@Nullable Messages where, Reading reading) {
        if (where == null || !reading.succeeds()) {
            return List.of();
        }
        var scope = reading.scope();
        var messages = new ArrayList<Sms>();
        if (where.rows() == null) {
            add(sms(where, scope), messages);
            return messages;
        }
        var rows = list(where.rows().in(scope));
        for (var row : rows) {
            add(sms(where, scope.at(row)), messages);
        }
        return messages;
    }

    private static void add(@Nullable Sms sms, List<Sms> messages) {
        if (sms != null) {
            messages.add(sms);
        }
    }

    private static @Nullable Sms sms(Messages where, Scope row) {
        var code = text(where.code(), row);
        var text = text(where.text(), row);
        var told = text == null ? code : text;
        return told == null ? null : new Sms(text(where.id(), row), told, code);
    }

    private static @Nullable String text(@Nullable Expression where, Scope row) {
        return where == null ? null : Values.text(where.in(row));
    }

    private static List<?> list(@Nullable Object found) {
        return switch (found) {
            case null -> List.of();
            case List<?> list -> list;
            default -> List.of(found);
        };
    }

    private SmsAnswer unavailable(UpstreamReply reply) {
        return new Unavailable(exchange.why(reply));
    }
}
