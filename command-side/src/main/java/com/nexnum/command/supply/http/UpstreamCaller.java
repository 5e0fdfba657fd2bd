package com.nexnum.command.supply.http;

/** Who makes the calls to a provider, or answers as it would. */
@FunctionalInterface
public interface UpstreamCaller {

    UpstreamReply call(UpstreamCall call);
}
