package com.nexnum.query.rebuild;

/** A rebuild has to stop here: it is paused or cancelled. */
final class StopWanted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Wish wish;

    StopWanted(Wish wish) {
        super(wish.name());
        this.wish = wish;
    }

    Wish wish() {
        return wish;
    }
}
