package com.nexnum.query.rebuild;

/** Hears how far a rebuild is. */
interface Progress {

    Progress UNHEARD =
            new Progress() {
                @Override
                public void target(long position) {}

                @Override
                public void reached(long position, long events) {}
            };

    /** Up to where history is read. */
    void target(long position);

    /** How far it is read, and how many events the model took until there. */
    void reached(long position, long events);
}
