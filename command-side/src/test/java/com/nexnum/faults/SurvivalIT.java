package com.nexnum.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.nexnum.faults.RandomKills.Victim;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@link Faults}: a few deaths of each kind. */
class SurvivalIT {

    private static final long SEED = 20_261_121;

    @TempDir Path folder;

    @Test
    void nothing_is_lost_or_doubled_when_the_application_and_its_database_die() {
        try (var harness = new Harness(SEED, folder, App::external);
                var load = new Load(harness, Extent.SHORT.customers())) {
            var steps = new StepKills(harness);
            steps.run(Journey.CODE, Extent.SHORT.places());
            steps.run(Journey.CANCEL, Extent.SHORT.places());
            var kills = new RandomKills(harness, load);
            kills.mischief(Extent.SHORT.time());
            kills.round(false, Victim.DATABASE);
            new Replay(harness).check();

            say(harness.tally());
            assertThat(harness.tally().complaints()).isEmpty();
            assertThat(harness.evidence().events()).isNotEmpty();
        }
    }

    @Test
    void the_embedded_database_comes_back_after_a_kill_and_after_a_full_disk() {
        var tally = Scenario.DISK.run(SEED, folder, Extent.SHORT);
        assumeTrue(tally.isPresent(), "Only who may mount a file system fills one");
        tally.ifPresent(SurvivalIT::say);
        assertThat(tally.map(Tally::complaints)).isEqualTo(Optional.of(java.util.List.of()));
    }

    private static void say(Tally tally) {
        System.out.println(tally.line());
        System.out.println(tally.checkedLine());
    }
}
