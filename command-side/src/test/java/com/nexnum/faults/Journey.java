package com.nexnum.faults;

import static org.awaitility.Awaitility.await;

import com.nexnum.command.supply.sandbox.Call;
import com.nexnum.command.supply.sandbox.Fault;
import com.nexnum.command.supply.sandbox.SandboxScript.Refusal;
import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.awaitility.core.ConditionTimeoutException;

/** One purchase from the first request to an end. */
enum Journey {
    /** Waits for a code, perhaps for one more, and is content. */
    CODE {
        @Override
        void lead(Customer customer, String key, Upstream upstream, RandomGenerator random) {
            var id = customer.buys(upstream.talking(random), key);
            if (reaches(customer, id, "RECEIVED")) {
                if (random.nextInt(3) == 0) {
                    customer.does("next-sms", id);
                }
                customer.does("complete", id);
            }
        }
    },
    /** Gets no code and wants the money back. */
    CANCEL {
        @Override
        void lead(Customer customer, String key, Upstream upstream, RandomGenerator random) {
            var id = customer.buys(upstream.silent(random), key);
            if (reaches(customer, id, "ACTIVE")) {
                customer.cancels(id);
            }
        }
    },
    /** No provider has a number. */
    REFUSED {
        @Override
        void lead(Customer customer, String key, Upstream upstream, RandomGenerator random) {
            upstream.script().refuseNext(2, Refusal.NO_NUMBERS);
            customer.buys(upstream.silent(random), key);
        }
    },
    /** The provider sells and its answer is lost. */
    UNANSWERED {
        @Override
        void lead(Customer customer, String key, Upstream upstream, RandomGenerator random) {
            upstream.script().next(1, Call.BUY, Fault.afterTaking(Fault.How.CLOSE));
            var id = customer.buys(upstream.silent(random), key);
            reaches(customer, id, "ACTIVE");
        }
    },
    /** The provider sells, its answer is lost, and it knows of nothing afterwards. */
    FORGOTTEN {
        @Override
        void lead(Customer customer, String key, Upstream upstream, RandomGenerator random) {
            upstream.script().forgetNext(1).next(1, Call.BUY, Fault.afterTaking(Fault.How.CLOSE));
            var id = customer.buys(upstream.silent(random), key);
            // Under load another purchase may meet what was meant for this one.
            reaches(customer, id, "ACTIVE");
        }
    },
    /** The number is kept open. */
    LEFT_OPEN {
        @Override
        void lead(Customer customer, String key, Upstream upstream, RandomGenerator random) {
            customer.buys(upstream.talking(random), key);
        }
    };

    private static final Set<String> ENDS =
            Set.of("COMPLETED", "CANCELLED", "EXPIRED", "FAILED", "NUMBER_NOT_FOUND");

    /** Whoever waits longer leaves; what becomes of the number is checked all the same. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    abstract void lead(Customer customer, String key, Upstream upstream, RandomGenerator random);

    /** Whether that comes before an end; providers that lie may bring about another one. */
    private static boolean reaches(Customer customer, String id, String status) {
        if (id.isEmpty()) {
            return false;
        }
        try {
            var reached =
                    await(id + " is " + status)
                            .atMost(PATIENCE)
                            .pollInterval(Duration.ofMillis(200))
                            .until(
                                    () -> customer.number(id).text("/status"),
                                    now -> now.equals(status) || ENDS.contains(now));
            return reached.equals(status);
        } catch (ConditionTimeoutException _) {
            return false;
        }
    }
}
