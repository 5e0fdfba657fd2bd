package com.nexnum.command.sms.polling;

/** Asks for the SMS of one number. On a virtual thread of its own. */
public interface PollWork {

    /**
     * @param details as they were given to {@link PollSchedule}
     */
    void poll(String details);
}
