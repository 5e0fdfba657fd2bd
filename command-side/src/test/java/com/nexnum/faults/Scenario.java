package com.nexnum.faults;

import com.nexnum.faults.RandomKills.Victim;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A way to die. Each is a system of its own, from its first start to its last check. */
enum Scenario {
    /** At each commit and each call of a purchase. */
    STEPS {
        @Override
        Optional<Tally> run(long seed, Path folder, Extent extent) {
            try (var harness = new Harness(seed, folder, App::external)) {
                var kills = new StepKills(harness);
                for (var journey : STEPPED) {
                    kills.run(journey, extent.places());
                }
                Tally.say(kills.summary());
                new Replay(harness).check();
                return Optional.of(harness.tally());
            }
        }
    },
    /** At random under load, beside a database of its own and a provider at its worst. */
    KILLS {
        @Override
        Optional<Tally> run(long seed, Path folder, Extent extent) {
            try (var harness = new Harness(seed, folder, App::external);
                    var load = new Load(harness, extent.customers())) {
                var kills = new RandomKills(harness, load);
                kills.mischief(extent.time().dividedBy(4));
                kills.until(extent);
                new Replay(harness).check();
                return Optional.of(harness.tally());
            }
        }
    },
    /** On the PostgreSQL that comes with the application. */
    EMBEDDED {
        @Override
        Optional<Tally> run(long seed, Path folder, Extent extent) {
            try (var harness = new Harness(seed, folder, App::embedded);
                    var load = new Load(harness, extent.customers())) {
                new RandomKills(harness, load).until(extent);
                new Replay(harness).check();
                return Optional.of(harness.tally());
            }
        }
    },
    /** Of hunger. */
    DISK {
        @Override
        Optional<Tally> run(long seed, Path folder, Extent extent) {
            var disk = SmallDisk.mounted(folder.resolve("disk"), DISK_MEGABYTES);
            if (disk.isEmpty()) {
                return Optional.empty();
            }
            try (var small = disk.get();
                    var harness = new Harness(seed, small.root(), App::embedded);
                    var load = new Load(harness, extent.customers())) {
                new RandomKills(harness, load).round(false, Victim.DATABASE);
                new FullDisk(harness, load, small).round();
                return Optional.of(harness.tally());
            }
        }
    };

    private static final List<Journey> STEPPED =
            List.of(Journey.CODE, Journey.CANCEL, Journey.REFUSED, Journey.UNANSWERED);
    private static final int DISK_MEGABYTES = 300;

    /**
     * Empty when this machine does not allow it.
     *
     * @param folder of its own
     */
    abstract Optional<Tally> run(long seed, Path folder, Extent extent);
}
