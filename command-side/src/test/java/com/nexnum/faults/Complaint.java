package com.nexnum.faults;

/** Something in the books that must not be. */
record Complaint(Kind kind, String what) {

    enum Kind {
        /** Money, a number, a message or an answer that was there and is not. */
        LOST,
        /** Done twice. */
        DOUBLED,
        /** Any other disagreement. */
        WRONG,
        /** Not done yet; still so when everything is quiet, it is lost. */
        PENDING
    }

    static Complaint lost(String what) {
        return new Complaint(Kind.LOST, what);
    }

    static Complaint doubled(String what) {
        return new Complaint(Kind.DOUBLED, what);
    }

    static Complaint wrong(String what) {
        return new Complaint(Kind.WRONG, what);
    }

    static Complaint pending(String what) {
        return new Complaint(Kind.PENDING, what);
    }
}
