package com.nexnum.command.deposit;

import com.nexnum.command.deposit.GatewayCallback.Failed;
import com.nexnum.command.deposit.GatewayCallback.Succeeded;
import com.nexnum.command.deposit.GatewayCallback.Unreadable;
import com.nexnum.command.deposit.GatewayCallback.Untrusted;
import com.nexnum.kernel.money.Currency;
import com.nexnum.kernel.money.Money;
import com.nexnum.platform.webhook.WebhookSignature;
import java.time.Clock;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway that has all the money of the world and confirms every deposit by itself. */
final class SandboxGateway implements Gateway {

    static final String NAME = "sandbox";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SandboxCallbacks callbacks;
    private final WebhookSignature signature;
    private final Clock clock;

    SandboxGateway(SandboxCallbacks callbacks, WebhookSignature signature, Clock clock) {
        this.callbacks = callbacks;
        this.signature = signature;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public GatewayAnswer start(Deposit deposit) {
        callbacks.send("msg_" + deposit.id(), succeeded(deposit));
        return new GatewayAnswer.Started();
    }

    @Override
    public GatewayCallback read(Map<String, String> headers, byte[] body) {
        var verdict =
                signature.check(
                        headers.getOrDefault(WebhookSignature.ID_HEADER, ""),
                        headers.getOrDefault(WebhookSignature.TIMESTAMP_HEADER, ""),
                        headers.getOrDefault(WebhookSignature.SIGNATURE_HEADER, ""),
                        body,
                        clock.instant());
        return switch (verdict) {
            case VALID -> read(body);
            case FORGED -> new Untrusted("The callback's signature is missing or wrong");
            case EXPIRED -> new Untrusted("The callback is older or newer than 300 seconds");
        };
    }

    private static GatewayCallback read(byte[] body) {
        try {
            var message = JSON.readTree(body);
            var data = message.path("data");
            var id = new DepositId(text(data, "depositId"));
            return switch (text(message, "type")) {
                case "deposit.succeeded" ->
                        new Succeeded(
                                id,
                                Money.parse(
                                        text(data, "amount"),
                                        Currency.valueOf(text(data, "currency"))),
                                data.path("reference").asStringOpt().orElse(null));
                case "deposit.failed" -> new Failed(id);
                default -> new Unreadable("The callback's type is unknown");
            };
        } catch (JacksonException | IllegalArgumentException _) {
            return new Unreadable("The callback is no message about a deposit");
        }
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private byte[] succeeded(Deposit deposit) {
        return JSON.writeValueAsBytes(
                Map.of(
                        "type", "deposit.succeeded",
                        "timestamp", clock.instant().toString(),
                        "data",
                                Map.of(
                                        "depositId",
                                        deposit.id().value(),
                                        "reference",
                                        "sbx_" + deposit.id().value().substring(4),
                                        "amount",
                                        deposit.amount().decimal(),
                                        "currency",
                                        deposit.amount().currency().name())));
    }
}
