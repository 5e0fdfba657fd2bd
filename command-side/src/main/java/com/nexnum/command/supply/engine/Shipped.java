package com.nexnum.command.supply.engine;

import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.engine.document.Codes;
import com.nexnum.command.supply.engine.document.DocumentCheck;
import com.nexnum.command.supply.engine.document.DocumentReader;
import com.nexnum.command.supply.engine.document.ProviderDocument;
import com.nexnum.command.supply.http.UpstreamSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** The documents that come with the product. */
public final class Shipped {

    private Shipped() {}

    /** A fresh copy, to be changed at will. */
    public static ObjectNode json(Protocol protocol) {
        var resource = "/providers/shipped/" + protocol.word() + ".json";
        try (var in = Shipped.class.getResourceAsStream(resource)) {
            var bytes = Objects.requireNonNull(in, resource).readAllBytes();
            return (ObjectNode) DocumentReader.tree(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its providers call our services and countries. */
    public static Codes codes(Protocol protocol) {
        return document(protocol).codes();
    }

    /** As it comes, with the provider's usual address, terms and pace. */
    public static ProviderDocument document(Protocol protocol) {
        return DocumentReader.read(json(protocol));
    }

    /** Whether its requests name this variable: {@code secret.username}. */
    public static boolean names(Protocol protocol, String variable) {
        return json(protocol).toString().contains("{" + variable + "}");
    }

    /** For one provider that speaks the protocol. */
    public static ProviderDocument of(Protocol protocol, UpstreamSettings settings) {
        var json = json(protocol);
        json.put("name", settings.provider().value());
        json.put("baseUrl", settings.addressWithout(commonPath(json)).toString());
        json.putObject("money")
                .put("currency", settings.tariff().currency())
                .put("usdPerUnit", settings.tariff().usdPerUnit().toPlainString());
        json.putObject("terms")
                .put("minCancelAge", settings.terms().minCancelAge().toString())
                .put("lifetime", settings.terms().lifetime().toString())
                .put("zone", settings.terms().zone().toString());
        json.putObject("pace")
                .put("timeout", settings.pace().callTimeout().toString())
                .put("callsPerSecond", settings.pace().callsPerSecond())
                .put("maxConcurrentCalls", settings.pace().maxConcurrentCalls());
        return DocumentCheck.checked(json);
    }

    /**
     * What the paths of all its requests begin with: {@code /v1}, {@code /api/pub/v2}, or nothing.
     */
    private static String commonPath(ObjectNode json) {
        var paths =
                json.findValuesAsString("path").stream().filter(it -> it.startsWith("/")).toList();
        var shared = paths.getFirst();
        while (!paths.stream().allMatch(within(shared))) {
            shared = shared.substring(0, shared.lastIndexOf('/'));
        }
        return shared;
    }

    private static Predicate<String> within(String folder) {
        return path -> path.equals(folder) || path.startsWith(folder + "/");
    }
}
