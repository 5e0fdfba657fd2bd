package com.nexnum.command.supply.wiring;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code nexnum.supply.*}.
 *
 * @param providers by their slugs
 */
@ConfigurationProperties("nexnum.supply")
public record SupplyProperties(
        @DefaultValue Map<String, Provider> providers, @DefaultValue Sandbox sandbox) {

    /**
     * One provider; what is absent without a default is refused at the start.
     *
     * @param protocol {@code sms-activate} or {@code 5sim}
     * @param currency ISO 4217 code of the money it counts in
     * @param usdPerUnit what one unit of that currency costs; needed unless it is USD
     * @param timeZone in which it writes times that name none
     * @param lowBalanceAlert in US dollars: somebody is told when less is left
     * @param webhookSecret the last part of our address for its webhooks; none turns them away
     */
    public record Provider(
            @Nullable String protocol,
            @Nullable String baseUrl,
            @Nullable String apiKey,
            @DefaultValue("USD") String currency,
            @Nullable BigDecimal usdPerUnit,
            @DefaultValue("2m") Duration minCancelAge,
            @DefaultValue("20m") Duration lifetime,
            @Nullable ZoneId timeZone,
            @DefaultValue("15s") Duration timeout,
            @DefaultValue("10") int callsPerSecond,
            @DefaultValue("16") int maxConcurrentCalls,
            @DefaultValue("10") BigDecimal lowBalanceAlert,
            @Nullable String webhookSecret) {

        ZoneId zone() {
            return timeZone == null ? ZoneOffset.UTC : timeZone;
        }

        @Override
        public String toString() {
            return "Provider[" + protocol + "]";
        }
    }

    /**
     * The provider inside the process.
     *
     * @param port 0 takes a free one
     * @param smsDelay longer than {@code minCancelAge}, so that a number can be tried out both ways
     * @param webhookUrl where it tells of SMS by itself; none for silence
     */
    public record Sandbox(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("18081") int port,
            @DefaultValue("6s") Duration smsDelay,
            @DefaultValue("2s") Duration minCancelAge,
            @Nullable String webhookUrl,
            @Nullable String webhookSecret) {}
}
