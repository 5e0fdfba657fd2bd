package com.nexnum.query.ledger.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object for each entry, then {@code {"trailer":{…}}}. */
final class JsonLines implements ExportWriter {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final OutputStream out;

    JsonLines(OutputStream out) {
        this.out = out;
    }

    @Override
    public void entry(ExportedEntry entry) throws IOException {
        out.write(JSON.writeValueAsBytes(entry));
        out.write('\n');
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void trailer(Trailer trailer) throws IOException {
        out.write(JSON.writeValueAsBytes(Map.of("trailer", trailer)));
        out.write('\n');
        out.flush();
    }
}
