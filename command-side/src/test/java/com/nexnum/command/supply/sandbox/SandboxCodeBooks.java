package com.nexnum.command.supply.sandbox;

import com.nexnum.command.supply.CodeBook;
import com.nexnum.command.supply.MappedCodeBook;
import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.engine.document.Codes;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of the sandbox for what it sells. */
public final class SandboxCodeBooks {

    private record Words(
            Function<SandboxService, String> service, Function<SandboxCountry, String> country) {}

    private static final Map<String, Words> STYLES =
            Map.of(
                    "sms-activate", new Words(SandboxService::code, SandboxCountry::id),
                    "grizzlysms", new Words(SandboxService::code, SandboxCountry::id),
                    "smshub", new Words(SandboxService::code, SandboxCountry::id),
                    "smspool", new Words(SandboxService::name, SandboxCountry::iso),
                    "sms-man", new Words(SandboxService::name, SandboxCountry::name),
                    "onlinesim", new Words(SandboxService::slug, SandboxCodeBooks::dialled),
                    "textverified", new Words(SandboxService::slug, SandboxCodeBooks::usOnly),
                    "5sim", new Words(SandboxService::slug, SandboxCountry::slug));

    private SandboxCodeBooks() {}

    private static String dialled(SandboxCountry country) {
        return switch (country.iso()) {
            case "KZ" -> "77";
            case "CA" -> "";
            default -> country.prefix();
        };
    }

    private static String usOnly(SandboxCountry country) {
        return country.iso().equals("US") ? "US" : "";
    }

    /** For a document of one of the two styles that the sandbox offers to everybody. */
    public static CodeBook of(Codes codes) {
        return of(
                codes.style() == Codes.Style.FIVE_SIM ? Protocol.FIVE_SIM : Protocol.SMS_ACTIVATE);
    }

    public static CodeBook of(Protocol protocol) {
        var words = Objects.requireNonNull(STYLES.get(protocol.word()), protocol.word());
        return new MappedCodeBook(
                SandboxService.ALL.stream()
                        .collect(Collectors.toMap(s -> new ServiceCode(s.slug()), words.service())),
                SandboxCountry.ALL.stream()
                        .filter(it -> !words.country().apply(it).isEmpty())
                        .collect(Collectors.toMap(c -> new CountryCode(c.iso()), words.country())));
    }
}
