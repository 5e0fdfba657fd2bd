package com.nexnum.command.supply.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.supply.Line.SharedLimit;
import com.nexnum.platform.database.TestDatabase;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Several processes on one limit of eleven calls a second. */
class LimitSharesTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final int LIMIT = 11;

    private final JdbcClient sql = JdbcClient.create(DATABASE.dataSource());
    private final Member first = new Member();
    private final Member second = new Member();
    private final Member third = new Member();

    @BeforeEach
    void nobody_has_a_share() {
        sql.sql("truncate upstream_share").update();
    }

    @Test
    void one_process_alone_has_it_all() {
        first.renew();
        assertThat(first.may).isEqualTo(LIMIT);
        assertThat(first.until - System.nanoTime()).isPositive();
    }

    @Test
    void a_newcomer_waits_until_the_others_made_room() {
        first.renew();
        second.renew();
        assertThat(second.may).isZero();
        first.busy = LIMIT;
        first.renew();
        second.renew();
        assertThat(first.may).isBetween(5, 6);
        assertThat(second.may).isZero();
        first.busy = 0;
        first.renew();
        second.renew();
        assertThat(first.may + second.may).isEqualTo(LIMIT);
        assertThat(second.may).isBetween(5, 6);
    }

    @Test
    void three_share_evenly_and_the_other_providers_are_not_touched() {
        new Member().renew("other");
        for (int round = 0; round < 3; round++) {
            all().forEach(Member::renew);
        }
        assertThat(all().map(it -> it.may).sorted()).containsExactly(3, 4, 4);
    }

    @Test
    void what_a_process_left_goes_to_the_others_once_its_time_is_over() {
        for (int round = 0; round < 2; round++) {
            first.renew();
            second.renew();
        }
        first.shares.end("acme", first);
        assertThat(first.may).isZero();
        second.renew();
        assertThat(second.may).isLessThan(LIMIT);
        sql.sql(
                        "update upstream_share set until = until - interval '3 seconds' where process ="
                                + " (select process from upstream_share order by until limit 1)")
                .update();
        second.renew();
        assertThat(second.may).isEqualTo(LIMIT);
    }

    @Test
    void a_process_that_was_away_too_long_takes_nothing_back_by_force() {
        first.renew();
        sql.sql("delete from upstream_share").update();
        second.renew();
        first.renew();
        assertThat(first.may).isZero();
        assertThat(second.may).isEqualTo(LIMIT);
    }

    @Test
    void the_sum_is_never_above_the_limit() {
        for (long seed = 0; seed < 20; seed++) {
            nobody_has_a_share();
            var random = new Random(seed);
            var processes = Stream.generate(Member::new).limit(4).toList();
            for (int step = 0; step < 40; step++) {
                var one = processes.get(random.nextInt(processes.size()));
                one.busy = random.nextInt(one.may + 1);
                one.renew();
                assertThat(processes.stream().mapToInt(Member::bound).sum())
                        .as("seed " + seed)
                        .isLessThanOrEqualTo(LIMIT);
            }
        }
    }

    private Stream<Member> all() {
        return List.of(first, second, third).stream();
    }

    /** A process with a given number of calls on their way. */
    private final class Member implements SharedLimit {

        private final LimitShares shares =
                new LimitShares(
                        sql,
                        new TransactionTemplate(new JdbcTransactionManager(DATABASE.dataSource())));
        private int may;
        private int busy;
        private long until;

        void renew() {
            renew("acme");
        }

        void renew(String provider) {
            shares.renew(provider, this);
        }

        int bound() {
            return Math.max(may, busy);
        }

        @Override
        public int tickets() {
            return LIMIT;
        }

        @Override
        public int narrow(int most) {
            may = Math.min(may, most);
            return bound();
        }

        @Override
        public void hold(int tickets, long end) {
            may = tickets;
            until = end;
        }
    }
}
