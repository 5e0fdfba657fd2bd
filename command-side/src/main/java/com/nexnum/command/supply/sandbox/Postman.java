package com.nexnum.command.supply.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;

/** Decides which SMS come to a sale and when. */
final class Postman {

    private final SandboxScript script;
    private final Random random;
    private final LongSupplier ids;

    Postman(SandboxScript script, Random random, LongSupplier ids) {
        this.script = script;
        this.random = random;
        this.ids = ids;
    }

    SandboxScript.Texts texts(SandboxService service, SandboxCountry country) {
        return script.texts(service, country)
                .orElseGet(() ->
                        new SandboxScript.Texts(
                                script.smsDelay(),
                                List.of(service.message(random), service.message(random))));
    }

    /** Puts the first texts on their way, one after another. */
    List<SandboxSms> sent(
            SandboxService service, SandboxScript.Texts texts, int count, Instant now) {
        var messages = new ArrayList<SandboxSms>();
        for (int i = 0; i < count; i++) {
            var at = now.plus(texts.delay().multipliedBy(i + 1L));
            messages.add(new SandboxSms(ids.getAsLong(), at, service.name(), texts.texts().get(i)));
        }
        return messages;
    }

    Sale another(Sale sale, Instant now) {
        return sale.another(ids.getAsLong(), now.plus(delay(sale)));
    }

    private Duration delay(Sale sale) {
        return script.texts(sale.service(), sale.country())
                .map(SandboxScript.Texts::delay)
                .orElseGet(script::smsDelay);
    }
}
