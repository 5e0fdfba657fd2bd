package com.nexnum.command.supply.wiring;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
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
     * @param protocol the document that it is spoken to by: {@code sms-activate}, {@code 5sim}, …
     * @param username our name there, for a provider whose login wants one beside the key
     * @param currency ISO 4217 code of the money it counts in
     * @param usdPerUnit what one unit of that currency costs; needed unless it is USD
     * @param minCancelAge how old a number must be before it is taken back; the document's
     * @param lifetime how long SMS may come; the document's
     * @param timeZone in which it writes times that name none; the document's
     * @param callsPerSecond of all processes together; the document's
     * @param maxConcurrentCalls of this process; the document's
     * @param priority lower goes first, as long as it has numbers and is not busy
     * @param weight in percent
     * @param lowBalanceAlert in US dollars: somebody is told when less is left there
     * @param webhookSecret the last part of our address for its webhooks; none turns them away
     */
    public record Provider(
            @Nullable String protocol,
            @Nullable String baseUrl,
            @Nullable String apiKey,
            @Nullable String username,
            @DefaultValue("USD") String currency,
            @Nullable BigDecimal usdPerUnit,
            @Nullable Duration minCancelAge,
            @Nullable Duration lifetime,
            @Nullable ZoneId timeZone,
            @DefaultValue("15s") Duration timeout,
            @Nullable Integer callsPerSecond,
            @Nullable Integer maxConcurrentCalls,
            @DefaultValue("100") int priority,
            @DefaultValue("100") int weight,
            @DefaultValue("10") BigDecimal lowBalanceAlert,
            @Nullable String webhookSecret) {

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
