package com.nexnum.command.supply.engine;

import com.nexnum.command.supply.CodeBook;
import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.Supply;
import com.nexnum.command.supply.engine.document.DocumentCheck;
import com.nexnum.command.supply.engine.document.DocumentReader;
import com.nexnum.command.supply.engine.request.Secrets;
import com.nexnum.command.supply.http.UpstreamClient;
import com.nexnum.command.supply.http.UpstreamSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import tools.jackson.databind.node.ObjectNode;

/** The documents that come with the product, pointed at a provider of a test. */
public final class ShippedDocuments {

    private ShippedDocuments() {}

    public static ObjectNode json(String name) {
        try (var in =
                ShippedDocuments.class.getResourceAsStream(
                        "/providers/shipped/" + name + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("No document is called " + name);
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return (ObjectNode) DocumentReader.tree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Supply supply(
            Protocol protocol,
            UpstreamSettings settings,
            UpstreamClient client,
            CodeBook codes,
            Clock clock) {
        var json = json(protocol.word());
        json.put("baseUrl", settings.baseUrl().toString());
        json.putObject("money")
                .put("currency", settings.tariff().currency())
                .put("usdPerUnit", settings.tariff().usdPerUnit());
        json.putObject("terms")
                .put("minCancelAge", settings.terms().minCancelAge().toString())
                .put("lifetime", settings.terms().lifetime().toString())
                .put("zone", settings.terms().zone().toString());
        json.putObject("pace")
                .put("timeout", settings.pace().callTimeout().toString())
                .put("callsPerSecond", settings.pace().callsPerSecond())
                .put("maxConcurrentCalls", settings.pace().maxConcurrentCalls());
        return new ConfiguredSupply(
                settings.provider(),
                DocumentCheck.checked(json),
                Secrets.of(settings.apiKey()),
                client,
                codes,
                clock);
    }
}
