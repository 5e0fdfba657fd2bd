package com.nexnum.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.platform.web.traffic.LiveTraffic;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Time passes as the test says for the traffic, and as it does for the throttle. */
class TrafficThrottleTest {

    private long now;
    private final LiveTraffic traffic = new LiveTraffic(() -> now);

    @Test
    void where_nobody_asks_for_anything_it_works_all_the_time() throws Exception {
        var throttle = new TrafficThrottle(traffic, 1.5);
        throttle.pace();
        assertThat(throttle.share()).isEqualTo(1);
        assertThat(throttle.page()).isEqualTo(EventCursor.PAGE);
    }

    @Test
    void where_requests_become_slower_it_works_less_and_in_smaller_pieces() throws Exception {
        requests(300, Duration.ofMillis(5));
        var throttle = new TrafficThrottle(traffic, 1.5);
        var begin = throttle.share();
        pass(Duration.ofSeconds(10));
        requests(300, Duration.ofMillis(40));

        throttle.pace();

        assertThat(throttle.share()).isLessThan(begin);
        assertThat(throttle.page()).isLessThan(EventCursor.PAGE);
    }

    @Test
    void where_they_stay_as_quick_it_works_more() throws Exception {
        requests(300, Duration.ofMillis(5));
        var throttle = new TrafficThrottle(traffic, 1.5);
        var begin = throttle.share();
        pass(Duration.ofSeconds(10));
        requests(300, Duration.ofMillis(5));

        throttle.pace();

        assertThat(throttle.share()).isGreaterThan(begin);
    }

    @Test
    void a_process_that_has_just_started_first_learns_what_is_usual() throws Exception {
        requests(30, Duration.ofMillis(5));
        var throttle = new TrafficThrottle(traffic, 1.5);
        throttle.pace();
        assertThat(throttle.share()).isLessThan(0.05);
    }

    @Test
    void the_slow_ones_count_and_those_of_long_ago_do_not() {
        requests(97, Duration.ofMillis(1));
        requests(3, Duration.ofMillis(100));
        assertThat(traffic.within(Duration.ofSeconds(2)).size()).isEqualTo(100);
        assertThat(traffic.within(Duration.ofSeconds(2)).p99()).isBetween(95e6, 115e6);
        pass(Duration.ofSeconds(10));
        assertThat(traffic.within(Duration.ofSeconds(2)).size()).isZero();
        pass(Duration.ofSeconds(70));
        assertThat(traffic.within(Duration.ofMinutes(1)).size()).isZero();
    }

    private void requests(int count, Duration each) {
        for (var n = 0; n < count; n++) {
            traffic.took(each.toNanos());
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
