package com.nexnum.command.supply.http;

import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.platform.outbound.Destinations;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What the properties say of a provider, to be put over its document.
 *
 * @param baseUrl http only to this machine, https to any other, because keys travel in it
 */
public record UpstreamSettings(
        ProviderSlug provider, URI baseUrl, ApiKey apiKey, Tariff tariff, Terms terms, Pace pace) {

    public UpstreamSettings {
        requireSafe(baseUrl);
    }

    /** The same without the path that the protocol puts there itself. */
    public URI addressWithout(String path) {
        var text = baseUrl.toString();
        var bare = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        return URI.create(
                bare.endsWith(path) ? bare.substring(0, bare.length() - path.length()) : bare);
    }

    /**
     * @throws IllegalArgumentException when keys must not travel to such an address
     */
    public static void requireSafe(URI url) {
        Destinations.requireSafe(url);
        if (url.getRawQuery() != null) {
            throw new IllegalArgumentException("An address of a provider has no query");
        }
    }

    /**
     * What the provider's rules are.
     *
     * @param minCancelAge how long it refuses to take a fresh number back
     * @param lifetime how long SMS may come
     * @param zone in which it writes times that name none
     */
    public record Terms(Duration minCancelAge, Duration lifetime, ZoneId zone) {

        public static final Terms USUAL =
                new Terms(Duration.ofMinutes(2), Duration.ofMinutes(20), ZoneOffset.UTC);

        public Terms {
            if (minCancelAge.isNegative() || minCancelAge.compareTo(lifetime) >= 0) {
                throw new IllegalArgumentException(
                        "The cancel age is not negative and shorter than the lifetime");
            }
        }
    }

    /**
     * How hard it may be asked.
     *
     * @param callTimeout for one call as a whole, its turn and its body included
     */
    public record Pace(
            Duration connectTimeout,
            Duration callTimeout,
            int callsPerSecond,
            int maxConcurrentCalls) {

        public static final Pace USUAL =
                new Pace(Duration.ofSeconds(5), Duration.ofSeconds(15), 10, 16);

        public Pace {
            if (connectTimeout.compareTo(Duration.ZERO) <= 0
                    || callTimeout.compareTo(Duration.ZERO) <= 0) {
                throw new IllegalArgumentException("A timeout is above zero");
            }
            if (callsPerSecond < 1 || maxConcurrentCalls < 1) {
                throw new IllegalArgumentException("A limit of calls is at least 1");
            }
        }
    }
}
