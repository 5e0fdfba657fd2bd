package com.nexnum.command.routing.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.nexnum.kernel.supply.ProviderSlug;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BeliefTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final ProviderSlug ACME = new ProviderSlug("acme");

    @Test
    void of_a_stranger_every_chance_is_as_likely_as_any_other() {
        var belief = Belief.of(Evidence.NONE, NOON, HOUR);
        assertThat(belief).isEqualTo(new Belief(1, 1));
    }

    @Test
    void a_provider_that_is_good_elsewhere_begins_with_credit_that_its_own_numbers_outweigh() {
        var credit = Belief.of(new Evidence(Tally.NOTHING, tally(95, 5)), NOON, HOUR);
        assertThat(credit.mean()).isCloseTo(0.94, within(0.01));
        assertThat(credit.alpha() + credit.beta()).isCloseTo(8, within(1e-9));
        var proven = Belief.of(new Evidence(tally(5, 95), tally(100, 100)), NOON, HOUR);
        assertThat(proven.mean()).isLessThan(0.15);
    }

    @Test
    void what_is_known_fades_until_it_is_worth_a_try_again() {
        var failing = new Evidence(tally(0, 40), tally(0, 40));
        assertThat(best(failing, NOON)).isLessThan(0.3);
        assertThat(best(failing, NOON.plus(HOUR.multipliedBy(8)))).isGreaterThan(0.7);
    }

    @Test
    void draws_lie_where_the_belief_lies_and_spread_as_it_is_unsure() {
        var sure = Belief.of(new Evidence(tally(800, 200), tally(800, 200)), NOON, HOUR);
        var unsure = Belief.of(new Evidence(tally(4, 1), tally(4, 1)), NOON, HOUR);
        var draws = draws(sure).summaryStatistics();
        assertThat(draws.getAverage()).isCloseTo(0.8, within(0.01));
        assertThat(draws.getMax() - draws.getMin()).isLessThan(0.12);
        var wide = draws(unsure).summaryStatistics();
        assertThat(wide.getMax() - wide.getMin()).isGreaterThan(0.6);
    }

    @Test
    void a_draw_is_the_same_for_ever() {
        assertThat(Draw.of("act_000001").seed()).isEqualTo(8990270133298507L);
        assertThat(Draw.of("act_000001").chance(new Belief(8, 2), ACME))
                .isCloseTo(0.9751138017907803, within(1e-12));
    }

    private static double best(Evidence evidence, Instant at) {
        return draws(Belief.of(evidence, at, HOUR)).max().orElseThrow();
    }

    private static DoubleStream draws(Belief belief) {
        return LongStream.range(0, 1_000)
                .mapToDouble(seed -> Draw.of("order-" + seed).chance(belief, ACME));
    }

    private static Tally tally(int delivered, int silent) {
        return new Tally(delivered, silent, 0, 0, 0, NOON);
    }
}
