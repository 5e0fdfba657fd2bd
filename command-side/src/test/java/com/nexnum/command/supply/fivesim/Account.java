package com.nexnum.command.supply.fivesim;

import com.nexnum.command.supply.http.Query;
import com.nexnum.command.supply.http.Upstream;
import com.nexnum.command.supply.http.UpstreamClient;
import com.nexnum.command.supply.http.UpstreamReply;
import com.nexnum.command.supply.http.UpstreamReply.Answer;
import com.nexnum.command.supply.http.UpstreamSettings;
import com.nexnum.kernel.supply.UpstreamId;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Our account at 5sim; every call there is a GET, the purchase too. */
final class Account {

    private final UpstreamSettings settings;
    private final UpstreamClient client;
    private final URI address;
    private final Map<String, String> headers;

    Account(UpstreamSettings settings, UpstreamClient client) {
        this.settings = settings;
        this.client = client;
        this.address = URI.create(settings.addressWithout("/v1") + "/v1");
        this.headers =
                Map.of(
                        "Authorization",
                        "Bearer " + settings.apiKey().secret(),
                        "Accept",
                        "application/json");
    }

    UpstreamReply get(String path) {
        return client.call("GET", URI.create(address + path), headers);
    }

    /**
     * @param verb {@code check}, {@code finish} or {@code cancel}
     */
    UpstreamReply order(String verb, UpstreamId id) {
        return get("/user/" + verb + "/" + Query.segment(id.value()));
    }

    static @Nullable JsonNode json(UpstreamReply reply) {
        return reply instanceof Answer answer ? Upstream.json(answer.body()) : null;
    }

    /** The plain-text sentence of an answer; empty when there was none. */
    static String sentence(UpstreamReply reply) {
        return reply instanceof Answer answer ? Refusals.sentence(answer) : "";
    }

    static boolean saysUnknownOrder(UpstreamReply reply) {
        var sentence = sentence(reply);
        return sentence.equals("order not found") || sentence.equals("record not found");
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
}
