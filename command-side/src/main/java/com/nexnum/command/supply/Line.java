package com.nexnum.command.supply;

import java.time.Duration;
import java.util.Optional;

/** The way to one provider, as wide as the provider's limits. */
public interface Line extends AutoCloseable {

    /** How many calls a second the provider allows us. */
    int callsPerSecond();

    /** How many of them this process may make now. */
    int share();

    /**
     * Whether calls that hurry have to queue: for a second or longer at the provider's pace, or
     * because as many are under way as it takes at once.
     */
    boolean isBusy();

    /** How many calls this process made, ever, that did not wait for others to go first. */
    long hurriedCalls();

    /**
     * Waits until a call may go out that lets others go first, though none for more than half a
     * second.
     *
     * @return empty when there was no room within the patience
     */
    Optional<Turn> turnWhenFree(Duration patience) throws InterruptedException;

    /** The limit that processes keep together; empty where each has it for itself. */
    Optional<SharedLimit> sharedLimit();

    @Override
    void close();

    /** Room for one call. It has to be used or given back, once. */
    interface Turn {

        /** The first call of this thread to the provider takes the turn; further calls queue. */
        void use(Runnable calls);

        void giveBack();
    }

    /**
     * So many tickets a second, each good for one call and good again a second after that call was
     * answered: at no time do more calls than tickets arrive within any second.
     */
    interface SharedLimit {

        /** How many tickets all processes have together. */
        int tickets();

        /**
         * Uses no more tickets than this from now on.
         *
         * @return how many are still bound, the most at least; the rest may go to others
         */
        int narrow(int most);

        /**
         * Uses this many.
         *
         * @param until on the clock of {@link System#nanoTime()}; none afterwards
         */
        void hold(int tickets, long until);
    }
}
