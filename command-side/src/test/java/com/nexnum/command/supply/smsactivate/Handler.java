package com.nexnum.command.supply.smsactivate;

import com.nexnum.command.supply.http.Query;
import com.nexnum.command.supply.http.Upstream;
import com.nexnum.command.supply.http.UpstreamClient;
import com.nexnum.command.supply.http.UpstreamReply;
import com.nexnum.command.supply.http.UpstreamReply.Answer;
import com.nexnum.command.supply.http.UpstreamSettings;
import com.nexnum.kernel.supply.UpstreamId;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The provider's one address, {@code handler_api.php}. */
final class Handler {

    private static final String PATH = "/stubs/handler_api.php";

    private final UpstreamSettings settings;
    private final UpstreamClient client;
    private final URI address;

    Handler(UpstreamSettings settings, UpstreamClient client) {
        this.settings = settings;
        this.client = client;
        this.address = URI.create(settings.addressWithout(PATH) + PATH);
    }

    UpstreamReply read(String action, Map<String, String> parameters) {
        return client.call("GET", address(action, parameters), Map.of());
    }

    /** By POST, because proxies on the way may send a GET twice. */
    UpstreamReply change(String action, Map<String, String> parameters) {
        return client.call("POST", address(action, parameters), Map.of());
    }

    UpstreamReply setStatus(UpstreamId id, int status) {
        return change("setStatus", Map.of("id", id.value(), "status", String.valueOf(status)));
    }

    /** The word that was answered; null when there was no answer, or none in words. */
    static @Nullable Token token(UpstreamReply reply) {
        return reply instanceof Answer answer ? Token.of(answer.body()) : null;
    }

    /** Why a reply is of no use, in words that may be logged. */
    String why(UpstreamReply reply) {
        return switch (reply) {
            case UpstreamReply.NotSent notSent -> notSent.why();
            case UpstreamReply.Lost lost -> lost.why();
            case Answer answer ->
                    "HTTP "
                            + answer.status()
                            + ": "
                            + Upstream.quoted(answer.body(), settings.apiKey());
        };
    }

    private URI address(String action, Map<String, String> parameters) {
        var all = new LinkedHashMap<String, String>();
        all.put("api_key", settings.apiKey().secret());
        all.put("action", action);
        all.putAll(parameters);
        return URI.create(address + "?" + Query.of(all));
    }
}
