package com.nexnum.command.supply.sandbox.handler;

import static com.nexnum.command.supply.sandbox.SandboxReply.json;
import static com.nexnum.command.supply.sandbox.SandboxReply.jsonAsHtml;

import com.nexnum.command.supply.sandbox.Change;
import com.nexnum.command.supply.sandbox.Sale;
import com.nexnum.command.supply.sandbox.SandboxReply;
import com.nexnum.command.supply.sandbox.SandboxSms;
import com.nexnum.command.supply.sandbox.SandboxTime;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** HeroSMS: most refusals are JSON with a status of their own, and a full text is in data. */
public final class HeroHost implements Host {

    private static final Map<String, Integer> STATUS =
            Map.of(
                    "BAD_KEY", 401,
                    "NO_BALANCE", 402,
                    "WRONG_MAX_PRICE", 400,
                    "BAD_STATUS", 400,
                    "NOT_FOUND", 404,
                    "BAD_ACTION", 404,
                    "EARLY_CANCEL_DENIED", 409,
                    "OTP_RECEIVED", 409,
                    "ACTIVATION_NOT_ACTIVE", 409,
                    "UNPROCESSABLE_ENTITY", 422);

    @Override
    public SandboxReply says(String word, String argument) {
        var title = word.equals("NO_ACTIVATION") ? "NOT_FOUND" : word;
        var status = STATUS.get(title);
        if (status == null) {
            return Host.super.says(word, argument);
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("title", title);
        body.put("details", "See the documentation of this error");
        switch (title) {
            case "WRONG_MAX_PRICE" -> body.put("info", Map.of("min", new BigDecimal(argument)));
            case "EARLY_CANCEL_DENIED" -> body.put("info", Map.of("minActivationTime", 120));
            case "UNPROCESSABLE_ENTITY" ->
                    body.put("info", Map.of("field", "service", "code", "invalid"));
            default -> {}
        }
        return json(status, body);
    }

    @Override
    public String unknownService() {
        return "UNPROCESSABLE_ENTITY";
    }

    @Override
    public String refuses(Change change) {
        return switch (change) {
            case HAS_SMS -> "OTP_RECEIVED";
            case NOT_NOW -> "ACTIVATION_NOT_ACTIVE";
            case DONE, UNKNOWN, TOO_EARLY, NO_SMS -> Host.super.refuses(change);
        };
    }

    @Override
    public SandboxReply told(Sale sale, SandboxSms sms) {
        var data = new LinkedHashMap<String, Object>();
        data.put("id", sms.id());
        data.put("phoneFrom", sms.sender());
        data.put("code", sms.code());
        data.put("text", sms.text());
        data.put("service", sale.service().code());
        data.put("date", SandboxTime.text(sms.at()));
        data.put("type", "sms");
        return jsonAsHtml(Map.of("verificationType", 0, "data", data));
    }
}
