package com.nexnum.query.rebuild;

import com.nexnum.kernel.language.EventSerializer;
import com.nexnum.kernel.language.History;
import com.nexnum.platform.eventstore.Standing;
import com.nexnum.platform.web.traffic.LiveTraffic;
import com.nexnum.query.history.ReadModels;
import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.platform.rows.Table;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;

/** Every read model of the query side, and what rebuilds it, as one process has it. */
public final class RebuildFixture {

    public final ReadModels models;
    final List<ReadModel> all;
    public final Models known;
    final EventCursor cursor =
            new EventCursor(new EventDecoder(EventSerializer.create(), History.chain()));
    final RebuildLog log;
    final RebuildLock lock;
    final CatchUp catchUp;
    final ModelVersions versions;
    final Tokens tokens;
    public final RebuildDifferences differences;
    final Switching switching;
    public final ProjectionProperties properties;
    final Set<String> left = new TreeSet<>();
    private final List<RebuildThreads> threads = new ArrayList<>();

    public RebuildFixture() {
        this(new ReadModels(), everyModel());
    }

    /** Another process on the same database, with projections of its own versions. */
    RebuildFixture(RebuildFixture other, List<ReadModel> all) {
        this(other.models, all);
    }

    private RebuildFixture(ReadModels models, List<ReadModel> all) {
        this.models = models;
        this.all = all;
        known = new Models(all);
        log = new RebuildLog(models.sql, Clock.systemUTC());
        lock = new RebuildLock(models.database, models.sql);
        catchUp =
                new CatchUp(models.database, models.sql, cursor, models.texts, models.transaction);
        versions = new ModelVersions(models.sql, Clock.systemUTC());
        tokens = new Tokens(models.sql);
        differences = new RebuildDifferences(models.sql);
        switching = new Switching(models.sql, catchUp, tokens, versions, log);
        properties =
                new ProjectionProperties(
                        Duration.ofSeconds(5), Duration.ofHours(24), Duration.ofMinutes(5), 1.5);
    }

    Rebuild rebuild(BulkPace pace) {
        return new Rebuild(steps(pace), log);
    }

    BuildSteps steps(BulkPace pace) {
        return new BuildSteps(
                models.sql,
                new BulkLoad(models.database, cursor, models.personalData, pace),
                new Indexing(models.database),
                catchUp,
                new Comparison(models.database, differences),
                switching,
                log,
                versions);
    }

    void run(BulkPace pace, ReadModel model) throws InterruptedException {
        log.started(model, null, "test");
        rebuild(pace).run(model, Throttle.NONE);
    }

    void run(int rowsInMemory, ReadModel model) throws InterruptedException {
        run(memory(rowsInMemory), model);
    }

    static BulkPace memory(int rows) {
        return new BulkPace(rows, Duration.ofHours(1), 0);
    }

    public Rebuilds rebuilds() {
        return rebuilds(memory(100_000));
    }

    Rebuilds rebuilds(BulkPace pace) {
        var throttles = new Throttles(new LiveTraffic(System::nanoTime), properties);
        var running = new RebuildThreads(rebuild(pace), throttles);
        threads.add(running);
        return new Rebuilds(known, running, lock, log, versions);
    }

    public PreviousTables previous() {
        return new PreviousTables(
                known,
                models.sql,
                lock,
                catchUp,
                switching,
                versions,
                properties,
                Clock.systemUTC());
    }

    public DryRun dryRun() {
        return new DryRun(known, models.database, models.sql, versions, cursor);
    }

    public Throughput throughput() {
        return new Throughput(models.sql);
    }

    RebuildKeeper keeper(Rebuilds rebuilds) {
        return new RebuildKeeper(
                known,
                rebuilds,
                versions,
                previous(),
                new Standing() {
                    @Override
                    public void leave(String processor) {
                        left.add(processor);
                    }

                    @Override
                    public void comeBack(String processor) {
                        left.remove(processor);
                    }
                },
                throughput(),
                properties);
    }

    public void token(String processor, int segment, long position) {
        models.sql
                .sql(
                        """
                        insert into token_entry (processor_name, segment, token, token_type, timestamp, owner)
                        values (:processor, :segment, convert_to('{"index":' || :position || ',"gaps":[]}', 'UTF8'),
                                'org.axonframework.eventhandling.GapAwareTrackingToken', '2026-03-01T10:00:00Z', 'here')
                        """)
                .param("processor", processor)
                .param("segment", segment)
                .param("position", position)
                .update();
    }

    /** Takes the right to rebuild, as another process would. */
    public AutoCloseable elsewhere(String model) {
        return lock.hold(model);
    }

    /** Stops what runs, as a process that ends does. */
    public void close() throws InterruptedException {
        for (var running : threads) {
            running.destroy();
        }
    }

    public ReadModel model(String name) {
        return all.stream().filter(model -> model.name().equals(name)).findFirst().orElseThrow();
    }

    /** Folds events as they happen, in one batch. */
    public void live(ReadModel model, List<? extends EventMessage<?>> events) {
        models.inTransaction(() ->
                events.stream()
                        .filter(event -> takes(model, event))
                        .forEach(event -> models.live.fold(model, event)));
    }

    public List<String> rows(ReadModel model) {
        return models.rows(model.tables().stream().map(Table::name).toList());
    }

    private static boolean takes(ReadModel model, EventMessage<?> event) {
        return model.events().stream().anyMatch(type -> type.isInstance(event.getPayload()));
    }

    private static List<ReadModel> everyModel() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(ReadModel.class));
        scanner.addExcludeFilter((type, _) ->
                !type.getAnnotationMetadata().hasAnnotation(Component.class.getName()));
        var found = new ArrayList<ReadModel>();
        for (var candidate : scanner.findCandidateComponents("com.nexnum.query")) {
            try {
                var constructor =
                        Class.forName(candidate.getBeanClassName()).getDeclaredConstructor();
                constructor.setAccessible(true);
                found.add((ReadModel) constructor.newInstance());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return found;
    }
}
