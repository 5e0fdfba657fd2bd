package com.nexnum.command.supply.icon;

import com.nexnum.platform.outbound.Destinations;
import com.nexnum.platform.outbound.GuardedClient;
import com.nexnum.platform.outbound.OutboundCall;
import com.nexnum.platform.outbound.OutboundLimits;
import com.nexnum.platform.outbound.OutboundReply.Answer;
import com.nexnum.platform.outbound.OutboundReply.Lost;
import com.nexnum.platform.outbound.OutboundReply.NotSent;
import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemException;
import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fetches a picture through the guarded client. */
@Component
class IconFetch {

    private static final int LARGEST = 512 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final GuardedClient client;
    private final Clock clock;

    IconFetch(Destinations destinations, Clock clock) {
        this.client = new GuardedClient(destinations, new OutboundLimits(4, CONNECT, LARGEST));
        this.clock = clock;
    }

    /**
     * @param expected the SHA-256 that the bytes must have, in hexadecimal; null for any
     * @throws ProblemException 502 ICON_UNAVAILABLE when it cannot be had, 422 ICON_REFUSED when
     *     what came is no picture that we show
     */
    Icon fetch(URI address, @Nullable String expected, String by) {
        var headers = Map.of("Accept", "image/png, image/jpeg, image/gif");
        var answer =
                switch (client.send(
                        new OutboundCall("GET", address, headers, new byte[0], PATIENCE))) {
                    case Answer it -> it;
                    case NotSent it -> throw unavailable(it.why());
                    case Lost it -> throw unavailable(it.why());
                };
        if (answer.status() != 200) {
            throw unavailable("it answered with " + answer.status());
        }
        var mediaType = mediaType(answer.headers());
        if (!Picture.isKnown(mediaType)) {
            throw refused("An icon is a PNG, a JPEG or a GIF, and says so.");
        }
        var sha256 = sha256(answer.body());
        if (expected != null && !expected.equals(sha256)) {
            throw refused("The picture at this address is not the one expected.");
        }
        var png =
                Picture.redrawn(answer.body(), mediaType)
                        .orElseThrow(() ->
                                refused(
                                        "This is no picture of its kind, or one of more than 2048 pixels on a side."));
        return new Icon(address.toString(), sha256, png, sha256(png), by, clock.instant());
    }

    private static String mediaType(Map<String, List<String>> headers) {
        var said = headers.getOrDefault("content-type", List.of());
        return said.size() == 1
                ? said.getFirst().split(";", 2)[0].strip().toLowerCase(Locale.ROOT)
                : "";
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProblemException unavailable(String why) {
        return Problem.of(502, "ICON_UNAVAILABLE", "The picture could not be fetched: " + why + ".")
                .raised();
    }

    private static ProblemException refused(String why) {
        return Problem.of(422, "ICON_REFUSED", why).raised();
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
