package com.nexnum.query.ledger.export;

import java.io.IOException;

/** Writes one export; what is written may stay in buffers until it is flushed. */
interface ExportWriter {

    /** Names an account that entries will use; before the first of them, in any order. */
    default void account(String name) throws IOException {}

    void entry(ExportedEntry entry) throws IOException;

    /** Hands everything on, so that it can be summed. */
    void flush() throws IOException;

    /** The last line. */
    void trailer(Trailer trailer) throws IOException;
}
