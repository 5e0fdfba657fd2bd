package com.nexnum.command.supply.http;

import java.util.List;
import java.util.Map;

/** What became of one call to a provider. */
public sealed interface UpstreamReply {

    /**
     * The provider answered in full.
     *
     * @param body at most 4 MiB, as UTF-8
     * @param headers by their names in small letters
     */
    record Answer(int status, String body, Map<String, List<String>> headers)
            implements UpstreamReply {

        /** An answer whose headers say nothing. */
        public Answer(int status, String body) {
            this(status, body, Map.of());
        }
    }

    /** Not one byte of the request left this process. */
    record NotSent(Cause cause, String why) implements UpstreamReply {}

    /** The request left, or may have, and no answer that can be used came back. */
    record Lost(String why) implements UpstreamReply {}

    /** Why nothing was sent. */
    enum Cause {
        /** Our own limits towards this provider left no room in time. */
        NO_TURN,
        UNREACHABLE,
        /** The provider wants a login first, and refused it. */
        TURNED_AWAY
    }
}
