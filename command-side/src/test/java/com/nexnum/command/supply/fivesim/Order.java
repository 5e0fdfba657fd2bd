package com.nexnum.command.supply.fivesim;

import com.nexnum.command.supply.SmsAnswer.Sms;
import com.nexnum.command.supply.http.Upstream;
import com.nexnum.kernel.phone.E164;
import com.nexnum.kernel.supply.UpstreamId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An order as 5sim tells it.
 *
 * @param status {@code RECEIVED} alone does not mean that an SMS came; look at the messages
 * @param messages in the order of arrival
 */
record Order(
        UpstreamId id,
        E164 number,
        String status,
        @Nullable String product,
        @Nullable String country,
        @Nullable BigDecimal price,
        @Nullable Instant createdAt,
        List<Sms> messages) {

    /** Null when the text is not an order with an id, a number and a status. */
    static @Nullable Order read(@Nullable JsonNode json) {
        if (json == null || !json.isObject()) {
            return null;
        }
        var id = Upstream.id(json.get("id"));
        var number = Upstream.phone(json.get("phone"));
        var status = Upstream.text(json.get("status"));
        if (id == null || number == null || status == null) {
            return null;
        }
        return new Order(
                id,
                number,
                status,
                Upstream.text(json.get("product")),
                Upstream.text(json.get("country")),
                Upstream.decimal(json.get("price")),
                Upstream.time(json.get("created_at"), ZoneOffset.UTC),
                messages(json.get("sms")));
    }

    boolean isOpen() {
        return status.equals("PENDING") || status.equals("RECEIVED");
    }

    /** Whether 5sim closed it without an SMS, which gives the money back. */
    boolean isTakenBack() {
        return messages.isEmpty()
                && (status.equals("CANCELED")
                        || status.equals("TIMEOUT")
                        || status.equals("BANNED"));
    }

    private static List<Sms> messages(@Nullable JsonNode sms) {
        var messages = new ArrayList<Sms>();
        if (sms != null && sms.isArray()) {
            for (var item : sms) {
                var code = Upstream.text(item.get("code"));
                var text = Upstream.text(item.get("text"));
                var told = text == null ? code : text;
                if (told != null) {
                    messages.add(new Sms(id(item), told, code));
                }
            }
        }
        return List.copyOf(messages);
    }

    private static @Nullable String id(JsonNode item) {
        var id = Upstream.text(item.get("id"));
        return id == null ? Upstream.text(item.get("created_at")) : id;
    }
}
