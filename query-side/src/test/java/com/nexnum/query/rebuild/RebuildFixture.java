package com.nexnum.query.rebuild;

import com.nexnum.kernel.language.EventSerializer;
import com.nexnum.kernel.language.History;
import com.nexnum.query.history.ReadModels;
import com.nexnum.query.platform.rows.ReadModel;
import com.nexnum.query.platform.rows.Table;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;

/** Every read model of the query side, and what rebuilds it. */
final class RebuildFixture {

    final ReadModels models = new ReadModels();
    final List<ReadModel> all = everyModel();
    final EventCursor cursor =
            new EventCursor(new EventDecoder(EventSerializer.create(), History.chain()));
    final RebuildLog log = new RebuildLog(models.sql, Clock.systemUTC());
    final RebuildLock lock = new RebuildLock(models.database, models.sql);
    final CatchUp catchUp =
            new CatchUp(models.database, models.sql, cursor, models.texts, models.transaction);

    Rebuild rebuild(int rowsInMemory) {
        return new Rebuild(
                models.sql,
                bulk(rowsInMemory),
                new Indexing(models.database),
                catchUp,
                new Comparison(models.database),
                log);
    }

    void run(int rowsInMemory, ReadModel model) throws InterruptedException {
        var rebuild = rebuild(rowsInMemory);
        rebuild.begin(model);
        rebuild.run(model);
    }

    BulkLoad bulk(int rowsInMemory) {
        return new BulkLoad(models.database, cursor, models.personalData, rowsInMemory);
    }

    Rebuilds rebuilds() {
        return new Rebuilds(all, rebuild(100_000), lock, log);
    }

    ReadModel model(String name) {
        return all.stream().filter(model -> model.name().equals(name)).findFirst().orElseThrow();
    }

    /** Folds events as they happen, in one batch. */
    void live(ReadModel model, List<? extends EventMessage<?>> events) {
        models.inTransaction(() ->
                events.stream()
                        .filter(event -> takes(model, event))
                        .forEach(event -> models.live.fold(model, event)));
    }

    List<String> rows(ReadModel model) {
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
