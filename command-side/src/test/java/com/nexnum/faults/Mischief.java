package com.nexnum.faults;

import com.nexnum.command.supply.sandbox.Call;
import com.nexnum.command.supply.sandbox.Fault;
import java.util.List;
import java.util.random.RandomGenerator;

/** A provider at its worst: hangs, drips, lies, forgets. */
final class Mischief {

    private static final List<Call> CALLS =
            List.of(Call.BUY, Call.BUY, Call.STATUS, Call.CHANGE, Call.ACTIVE, Call.PRICES);
    private static final Fault.How[] WAYS = Fault.How.values();

    /** Some of the next calls go wrong, in ways that the seed chooses. */
    static void cause(Upstream upstream, RandomGenerator random) {
        var how = WAYS[random.nextInt(WAYS.length)];
        var fault = random.nextBoolean() ? Fault.before(how) : Fault.afterTaking(how);
        upstream.script().next(1, CALLS.get(random.nextInt(CALLS.size())), fault);
        if (random.nextInt(10) == 0) {
            upstream.script().forgetNext(1);
        }
    }

    private Mischief() {}
}
