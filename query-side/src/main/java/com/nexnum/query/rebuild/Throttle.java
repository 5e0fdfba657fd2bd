package com.nexnum.query.rebuild;

/** Holds a rebuild back so that live traffic does not suffer from it. */
interface Throttle {

    /** As fast as it can. */
    Throttle NONE =
            new Throttle() {
                @Override
                public int page() {
                    return EventCursor.PAGE;
                }

                @Override
                public void pace() {}

                @Override
                public double share() {
                    return 1;
                }
            };

    /** How many events to take before {@link #pace} is asked again. */
    int page();

    /** Rests for as long as live traffic needs it, after a piece of work. */
    void pace() throws InterruptedException;

    /** Which share of the time it lets the rebuild work, above 0 and up to 1. */
    double share();
}
