package com.nexnum.command.supply.sandbox;

/**
 * How the sandbox misbehaves over HTTP.
 *
 * @param taken whether the call takes effect all the same
 */
public record Fault(How how, boolean taken) {

    /** What the caller sees. */
    public enum How {
        /** Never an answer; the connection stays open. */
        HANG,
        /** The connection is closed without an answer. */
        CLOSE,
        SERVER_ERROR,
        /** 200 with a page that means nothing. */
        GARBAGE,
        /** The true answer, cut off in the middle, with the status 200. */
        CUT_OFF,
        /** 200 and then a byte now and then, without end. */
        DRIP,
        /** 200 with more bytes than anybody should read. */
        OVERSIZE
    }

    public static Fault before(How how) {
        return new Fault(how, false);
    }

    public static Fault afterTaking(How how) {
        return new Fault(how, true);
    }
}
