package com.nexnum.platform.admin;

/** What the tool tells the shell. */
final class ExitCodes {

    static final int OK = 0;

    /** Refused by the server, or it failed on the way. */
    static final int FAILED = 1;

    /** Called in a wrong way; nothing was sent. */
    static final int USAGE = 2;

    /** The past does not add up. */
    static final int BREAK_FOUND = 3;

    private ExitCodes() {}
}
