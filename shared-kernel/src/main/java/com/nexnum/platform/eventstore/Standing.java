package com.nexnum.platform.eventstore;

/** Which processors this process works on. */
public interface Standing {

    /** Gives up all segments of a processor, so that other processes take them. */
    void leave(String processor);

    /** Works again on a processor that was left; nothing happens when it was not. */
    void comeBack(String processor);
}
