package com.nexnum.platform.outbound;

import java.util.List;
import java.util.Map;

/** What became of one call. None of it names the address, because secrets travel in it. */
public sealed interface OutboundReply {

    /**
     * An answer in full, redirects included: nobody follows them.
     *
     * @param headers by their names in small letters
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, and never compared
    record Answer(int status, byte[] body, Map<String, List<String>> headers)
            implements OutboundReply {}

    /** Not one byte of the request left this process. */
    record NotSent(String why) implements OutboundReply {}

    /** The request left, or may have, and no whole answer came back. */
    record Lost(String why) implements OutboundReply {}
}
