package com.nexnum.query.rebuild;

import com.nexnum.query.platform.rows.ReadModel;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One step of a rebuild after the other; between two it may be stopped. */
@Component
class BuildSteps {

    private static final Logger LOG = LoggerFactory.getLogger(BuildSteps.class);

    private final JdbcClient sql;
    private final BulkLoad bulk;
    private final Indexing indexing;
    private final CatchUp catchUp;
    private final Comparison comparison;
    private final Switching switching;
    private final RebuildLog log;
    private final ModelVersions versions;

    BuildSteps(
            JdbcClient sql,
            BulkLoad bulk,
            Indexing indexing,
            CatchUp catchUp,
            Comparison comparison,
            Switching switching,
            RebuildLog log,
            ModelVersions versions) {
        this.sql = sql;
        this.bulk = bulk;
        this.indexing = indexing;
        this.catchUp = catchUp;
        this.comparison = comparison;
        this.switching = switching;
        this.log = log;
        this.versions = versions;
    }

    /**
     * Goes on from where the job is.
     *
     * @return how many events the model took
     * @throws StopWanted when it is paused or cancelled
     */
    long run(Job job, Throttle throttle) throws SQLException, InterruptedException {
        var model = job.model();
        versions.live(model);
        var progress = new NotedProgress(log, model.name());
        var loaded = load(job, progress, throttle);
        progress.events(loaded.events());
        heed(progress.note(loaded.position(), throttle.share()));
        var reached =
                job.reset()
                        ? resetTo(model, loaded.position())
                        : catchUpAndSwitch(model, loaded.position(), progress);
        progress.note(reached, 1);
        return loaded.events();
    }

    /** Builds next tables up to the head of a snapshot, with their indexes. */
    BulkLoad.Loaded load(Job job, Progress progress, Throttle throttle)
            throws SQLException, InterruptedException {
        var model = job.model();
        var known = usable(job);
        var checkpoint = known.checkpoint();
        var loaded =
                known.loaded() && checkpoint != null
                        ? new BulkLoad.Loaded(checkpoint, known.taken())
                        : bulk.run(known, progress, throttle);
        begin(model, RebuildState.INDEXING);
        indexing.run(model);
        return loaded;
    }

    /** Also those that a migration has outdated begin again. */
    private Job usable(Job job) {
        if (job.checkpoint() != null && NextTables.fit(sql, job.model())) {
            return job;
        }
        log.fromTheBeginning(job.model());
        NextTables.open(sql, job.model());
        return job.fromTheBeginning();
    }

    private long resetTo(ReadModel model, long position) {
        remember(model);
        begin(model, RebuildState.SWITCHING);
        return switching.toPosition(model, position);
    }

    private long catchUpAndSwitch(ReadModel model, long loaded, NotedProgress progress)
            throws SQLException {
        begin(model, RebuildState.CATCHING_UP);
        var position = follow(model, loaded, progress);
        begin(model, RebuildState.COMPARING);
        comparison.run(model);
        position = follow(model, position, progress);
        var differing = comparison.confirm(model);
        log.differing(model.name(), differing);
        if (differing > 0) {
            LOG.warn("The rebuild of {} changes {} rows", model.name(), differing);
        }
        remember(model);
        begin(model, RebuildState.SWITCHING);
        return switching.toNext(model, position);
    }

    private long follow(ReadModel model, long position, NotedProgress progress) {
        return catchUp.nearly(model, NextTables::name, position, at -> heed(progress.note(at, 1)));
    }

    /** How fast it was, for who asks how long another one would take. */
    private void remember(ReadModel model) {
        log.find(model.name())
                .map(RebuildView::eventsPerSecond)
                .ifPresent(rate -> versions.measured(model.name(), rate));
    }

    private void begin(ReadModel model, RebuildState state) {
        heed(log.state(model.name(), state));
    }

    private static void heed(Wish wish) {
        if (wish != Wish.RUN) {
            throw new StopWanted(wish);
        }
    }

    void drop(ReadModel model) {
        NextTables.drop(sql, model);
    }
}
