package com.nexnum.command.supply.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One request to a provider.
 *
 * @param method GET, POST or DELETE
 * @param body empty for none; its content type stands among the headers
 * @param timeout for the call as a whole, its turn and the answer's body included
 */
@SuppressWarnings("ArrayRecordComponent") // made for one call, and never compared
public record UpstreamCall(
        String method, URI address, Map<String, String> headers, byte[] body, Duration timeout) {

    /** Without the address and the headers, because keys travel in them. */
    @Override
    public String toString() {
        return "UpstreamCall[" + method + "]";
    }
}
