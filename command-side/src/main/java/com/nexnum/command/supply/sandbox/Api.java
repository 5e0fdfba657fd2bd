package com.nexnum.command.supply.sandbox;

/** One protocol spoken over the market. */
public interface Api {

    Call kind(SandboxRequest request);

    SandboxReply answer(SandboxRequest request);
}
