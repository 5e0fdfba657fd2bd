package com.nexnum.platform.outbound;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One request to an address that somebody typed in.
 *
 * @param body empty for none; its content type stands among the headers
 * @param timeout for all of it: the name, the connection, the answer's last byte
 */
@SuppressWarnings("ArrayRecordComponent") // made for one call, and never compared
public record OutboundCall(
        String method, URI address, Map<String, String> headers, byte[] body, Duration timeout) {

    /** Without the address and the headers, because secrets travel in them. */
    @Override
    public String toString() {
        return "OutboundCall[" + method + "]";
    }
}
