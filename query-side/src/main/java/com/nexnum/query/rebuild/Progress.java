package com.nexnum.query.rebuild;

/** Hears how far a rebuild is, and says what is wanted of it. */
interface Progress {

    /** Nobody listens, and nobody stops it. */
    Progress UNHEARD =
            new Progress() {
                @Override
                public void target(long position) {}

                @Override
                public Wish reached(long position, long events, double share) {
                    return Wish.RUN;
                }
            };

    /** Up to where history is read. */
    void target(long position);

    /**
     * How far it is read, how many events the model took until there, and which share of the time
     * the rebuild works.
     */
    Wish reached(long position, long events, double share);
}
