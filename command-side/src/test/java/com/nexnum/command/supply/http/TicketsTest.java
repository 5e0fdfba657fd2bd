package com.nexnum.command.supply.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider and its calls on a made-up clock. */
class TicketsTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    /** A call: sent, at the provider, answered. */
    private record Flight(long sent, long arrived, long answered) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 10, 60, 200})
    void no_second_at_the_provider_ever_sees_more_calls_than_tickets(int tickets) {
        for (long seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            var flights = fly(tickets, 20 * SECOND, random, true);
            assertThat(mostInASecond(flights)).as("seed " + seed).isLessThanOrEqualTo(tickets);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10, 60, 200})
    void nearly_all_of_the_limit_is_used_while_there_is_work(int tickets) {
        var flights = fly(tickets, 40 * SECOND, new Random(1), false);
        assertThat(flights).hasSizeGreaterThan(tickets * 38);
    }

    @Test
    void calls_are_spread_over_the_second() {
        var flights = fly(100, SECOND, new Random(1), false);
        assertThat(flights.stream().filter(it -> it.sent() < SECOND / 10)).hasSizeLessThan(25);
    }

    @Test
    void nothing_goes_out_without_tickets_or_after_their_time() {
        var tickets = new Tickets(5);
        assertThat(tickets.missing(5)).isEqualTo(Long.MAX_VALUE);
        tickets.hold(10, 5 + SECOND, 5);
        assertThat(tickets.missing(5)).isNotPositive();
        assertThat(tickets.share(5)).isEqualTo(10);
        assertThat(tickets.missing(5 + SECOND)).isEqualTo(Long.MAX_VALUE);
        assertThat(tickets.share(5 + SECOND)).isZero();
    }

    @Test
    void a_ticket_in_use_is_not_given_up_before_its_second_is_over() {
        var tickets = new Tickets(0);
        tickets.hold(10, 100 * SECOND, 0);
        for (int i = 0; i < 6; i++) {
            tickets.take(100L * MILLI * i);
        }
        assertThat(tickets.narrow(4, 600 * MILLI)).isEqualTo(6);
        for (int i = 0; i < 6; i++) {
            tickets.used(100L * MILLI * i, 700 * MILLI);
        }
        assertThat(tickets.narrow(4, SECOND)).isEqualTo(6);
        assertThat(tickets.narrow(4, 2 * SECOND)).isEqualTo(4);
        assertThat(tickets.narrow(9, 2 * SECOND)).isEqualTo(4);
    }

    @Test
    void a_turn_that_was_not_used_costs_nothing() {
        var tickets = new Tickets(0);
        tickets.hold(1, 100 * SECOND, 0);
        tickets.take(0);
        assertThat(tickets.missing(SECOND)).isEqualTo(Long.MAX_VALUE);
        tickets.unused();
        assertThat(tickets.missing(SECOND)).isNotPositive();
    }

    /** Sends whenever it may; with pauses, calls now and then hang on the way for a while. */
    private static List<Flight> fly(int count, long until, Random random, boolean pauses) {
        var tickets = new Tickets(0);
        tickets.hold(count, Long.MAX_VALUE / 2, 0);
        var all = new ArrayList<Flight>();
        var open = new PriorityQueue<Flight>((a, b) -> Long.compare(a.answered(), b.answered()));
        long held = 0;
        for (long now = 0; now < until; now += MILLI / 2) {
            while (!open.isEmpty() && open.element().answered() <= now) {
                var back = open.remove();
                tickets.used(back.sent(), now);
            }
            if (pauses && random.nextInt(4_000) == 0) {
                held = now + random.nextLong(300 * MILLI);
            }
            while (tickets.missing(now) <= 0) {
                tickets.take(now);
                long arrived = Math.max(now, held) + random.nextLong(3 * MILLI);
                var flight = new Flight(now, arrived, arrived + random.nextLong(3 * MILLI));
                open.add(flight);
                all.add(flight);
            }
        }
        return all;
    }

    private static long mostInASecond(List<Flight> flights) {
        var arrivals = flights.stream().mapToLong(Flight::arrived).sorted().toArray();
        int first = 0;
        int most = 0;
        for (int last = 0; last < arrivals.length; last++) {
            while (arrivals[last] - arrivals[first] >= SECOND) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
