package com.nexnum.command.supply.sandbox.textverified;

import static com.nexnum.command.supply.sandbox.SandboxReply.json;

import com.nexnum.command.supply.sandbox.SandboxMarket;
import com.nexnum.command.supply.sandbox.SandboxReply;
import com.nexnum.command.supply.sandbox.SandboxRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What a login gives, and for how long. */
final class Tokens {

    private static final Duration LIFE = Duration.ofMinutes(50);

    private final SandboxMarket market;
    private final String apiKey;
    private final AtomicLong last = new AtomicLong();
    private final Map<String, Instant> until = new ConcurrentHashMap<>();

    Tokens(SandboxMarket market, String apiKey) {
        this.market = market;
        this.apiKey = apiKey;
    }

    SandboxReply issued(SandboxRequest request) {
        boolean known =
                request.method().equals("POST")
                        && request.header("X-API-KEY").equals(apiKey)
                        && !request.header("X-API-USERNAME").isEmpty();
        if (!known) {
            return TextVerifiedApi.failed(401, "Unauthorized");
        }
        var token = "bearer-" + last.incrementAndGet();
        var end = market.now().plus(LIFE);
        until.put(token, end);
        return json(Map.of("token", token, "expiresAt", end.toString()));
    }

    boolean knows(String token) {
        var end = until.get(token);
        return end != null && market.now().isBefore(end);
    }
}
