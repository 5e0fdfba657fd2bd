package com.nexnum.command.supply.wiring;

import java.util.UUID;

/** What a process calls itself among those that share a limit. */
final class MemberIds {

    static String next() {
        return UUID.randomUUID().toString();
    }

    private MemberIds() {}
}
