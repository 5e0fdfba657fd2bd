package com.nexnum.query.ledger.export;

import com.nexnum.query.platform.BadRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an export can be written as. */
enum ExportFormat {
    JSONL("application/x-ndjson"),
    CSV("text/csv;charset=UTF-8"),
    HLEDGER("text/plain;charset=UTF-8");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /**
     * @throws com.nexnum.platform.web.ProblemException 400 INVALID_PARAMETER
     */
    static ExportFormat parse(String text) {
        return Arrays.stream(values())
                .filter(format -> format.wire().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        BadRequest.of(
                                "format",
                                "format is one of "
                                        + Arrays.stream(values())
                                                .map(ExportFormat::wire)
                                                .collect(Collectors.joining(", "))
                                        + "."));
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    String mediaType() {
        return mediaType;
    }

    /** What the file's name ends with. */
    String extension() {
        return this == HLEDGER ? "journal" : wire();
    }

    ExportWriter writer(OutputStream out) throws IOException {
        return switch (this) {
            case JSONL -> new JsonLines(out);
            case CSV -> new Csv(out);
            case HLEDGER -> new HledgerJournal(out);
        };
    }
}
