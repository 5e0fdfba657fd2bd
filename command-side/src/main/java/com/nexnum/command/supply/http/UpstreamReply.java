package com.nexnum.command.supply.http;

/** What became of one call to a provider. */
public sealed interface UpstreamReply {

    /**
     * The provider answered in full.
     *
     * @param body at most 4 MiB, as UTF-8
     */
    record Answer(int status, String body) implements UpstreamReply {}

    /** Not one byte of the request left this process. */
    record NotSent(Cause cause, String why) implements UpstreamReply {}

    /** The request left, or may have, and no answer that can be used came back. */
    record Lost(String why) implements UpstreamReply {}

    /** Why nothing was sent. */
    enum Cause {
        /** Our own limits towards this provider left no room in time. */
        NO_TURN,
        UNREACHABLE
    }
}
