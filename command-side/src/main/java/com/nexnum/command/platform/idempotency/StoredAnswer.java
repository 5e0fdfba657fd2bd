package com.nexnum.command.platform.idempotency;

import java.util.Map;

/**
 * What was answered, to be said again.
 *
 * @param headers the few that belong to the answer and not to its transport
 */
@SuppressWarnings("ArrayRecordComponent") // Written and read once, never compared.
record StoredAnswer(int status, Map<String, String> headers, byte[] body) {

    StoredAnswer {
        headers = Map.copyOf(headers);
    }
}
