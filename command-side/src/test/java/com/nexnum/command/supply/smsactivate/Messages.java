package com.nexnum.command.supply.smsactivate;

import com.nexnum.command.supply.SmsAnswer;
import com.nexnum.command.supply.SmsAnswer.Received;
import com.nexnum.command.supply.SmsAnswer.Sms;
import com.nexnum.command.supply.SmsAnswer.Unavailable;
import com.nexnum.command.supply.SmsAnswer.Waiting;
import com.nexnum.command.supply.http.Upstream;
import com.nexnum.command.supply.http.UpstreamReply;
import com.nexnum.command.supply.http.UpstreamReply.Answer;
import com.nexnum.kernel.supply.UpstreamId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks for SMS: the state first, and once there is a code, the whole text of its message. */
final class Messages {

    static final Set<String> UNKNOWN_ID =
            Set.of(
                    "NO_ACTIVATION",
                    "WRONG_ACTIVATION_ID",
                    "INVALID_ACTIVATION_ID",
                    "NOT_FOUND",
                    "BAD_ID");

    private static final Set<String> PASSING =
            Set.of("ERROR_SQL", "SERVER_ERROR", "RATE_LIMIT", "BANNED", "STATUS_CANCEL");

    private final Handler handler;

    /** A word that says nothing for later: asked again, the answer may be another. */
    static boolean isPassing(String word) {
        return PASSING.contains(word);
    }

    Messages(Handler handler) {
        this.handler = handler;
    }

    SmsAnswer of(UpstreamId id) {
        var reply = handler.read("getStatus", Map.of("id", id.value()));
        var token = Handler.token(reply);
        if (token == null) {
            return new Unavailable(handler.why(reply));
        }
        return switch (token.name()) {
            case "STATUS_WAIT_CODE", "STATUS_WAIT_RETRY", "STATUS_WAIT_RESEND" -> new Waiting();
            case "STATUS_OK" -> latest(id, token.argument());
            case "STATUS_CANCEL" -> new SmsAnswer.Cancelled();
            default ->
                    UNKNOWN_ID.contains(token.name())
                            ? new SmsAnswer.NotFound()
                            : new Unavailable(handler.why(reply));
        };
    }

    /**
     * A passing failure here is no answer at all: the bare code now and the whole text at the next
     * call would look like two messages. A host that never has the text gives the code.
     */
    private SmsAnswer latest(UpstreamId id, String code) {
        var reply = handler.read("getStatusV2", Map.of("id", id.value()));
        var json = reply instanceof Answer answer ? Upstream.json(answer.body()) : null;
        var sms = json == null ? null : message(json);
        if (sms != null) {
            return received(sms);
        }
        if (isPassing(reply)) {
            return new Unavailable(handler.why(reply));
        }
        return code.isBlank() ? new Waiting() : received(new Sms(null, code, code));
    }

    private static boolean isPassing(UpstreamReply reply) {
        var token = Handler.token(reply);
        return !(reply instanceof Answer(var status, _, _))
                || status >= 500
                || status == 429
                || (token != null && PASSING.contains(token.name()));
    }

    private static @Nullable Sms message(JsonNode json) {
        for (var field : List.of("data", "sms", "call")) {
            var node = json.get(field);
            var text = node == null ? null : Upstream.text(node.get("text"));
            var code = node == null ? null : Upstream.text(node.get("code"));
            if (node != null && (text != null || code != null)) {
                var told = text != null ? text : Objects.requireNonNull(code);
                return new Sms(id(node), told, code);
            }
        }
        return null;
    }

    private static @Nullable String id(JsonNode node) {
        for (var field : List.of("id", "dateTime", "date")) {
            var id = Upstream.text(node.get(field));
            if (id != null) {
                return id;
            }
        }
        return null;
    }

    private static SmsAnswer received(Sms sms) {
        return new Received(List.of(sms));
    }
}
