package com.nexnum.command.adjustment;

import com.nexnum.command.platform.agenda.AgendaWork;
import com.nexnum.command.platform.agenda.Due;
import com.nexnum.command.platform.agenda.Outcome;
import com.nexnum.command.platform.agenda.Terms;
import com.nexnum.kernel.adjustment.AdjustmentId;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * What was approved reaches the wallet although whoever approved it is gone. Twice is harmless: the
 * wallet remembers the operation for ever.
 */
@Component
class BookAdjustments implements AgendaWork {

    static final String KIND = "book-adjustment";

    private final Booking booking;

    BookAdjustments(Booking booking) {
        this.booking = booking;
    }

    @Override
    public Terms terms() {
        return new Terms(KIND, Duration.ofSeconds(30), 4);
    }

    @Override
    public Outcome perform(Due due) {
        booking.book(new AdjustmentId(due.subject()));
        return new Outcome.Done();
    }
}
