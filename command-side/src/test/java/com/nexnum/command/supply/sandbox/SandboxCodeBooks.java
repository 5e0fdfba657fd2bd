package com.nexnum.command.supply.sandbox;

import com.nexnum.command.supply.CodeBook;
import com.nexnum.command.supply.MappedCodeBook;
import com.nexnum.command.supply.Protocol;
import com.nexnum.kernel.catalog.CountryCode;
import com.nexnum.kernel.catalog.ServiceCode;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of the sandbox for what it sells. */
public final class SandboxCodeBooks {

    private SandboxCodeBooks() {}

    public static CodeBook of(Protocol protocol) {
        return switch (protocol) {
            case SMS_ACTIVATE -> book(SandboxService::code, SandboxCountry::id);
            case FIVE_SIM -> book(SandboxService::slug, SandboxCountry::slug);
        };
    }

    private static CodeBook book(
            Function<SandboxService, String> service, Function<SandboxCountry, String> country) {
        return new MappedCodeBook(
                SandboxService.ALL.stream()
                        .collect(Collectors.toMap(s -> new ServiceCode(s.slug()), service)),
                SandboxCountry.ALL.stream()
                        .collect(Collectors.toMap(c -> new CountryCode(c.iso()), country)));
    }
}
