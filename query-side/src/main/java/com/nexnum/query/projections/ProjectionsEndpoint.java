package com.nexnum.query.projections;

import com.nexnum.platform.security.Caller;
import com.nexnum.platform.web.Cursor;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.query.rebuild.DryRun;
import com.nexnum.query.rebuild.Models;
import com.nexnum.query.rebuild.PreviousTables;
import com.nexnum.query.rebuild.RebuildDifferences;
import com.nexnum.query.rebuild.RebuildDifferences.Numbered;
import com.nexnum.query.rebuild.Rebuilds;
import com.nexnum.query.rebuild.RowDifference;
import com.nexnum.query.rebuild.TableComparison;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How far projections are, and building them anew; for administrators. */
@RestController
@RequestMapping("/api/v1/admin/projections")
class ProjectionsEndpoint {

    private static final String PATH = "/api/v1/admin/projections/";

    private final Projections projections;
    private final Models models;
    private final Rebuilds rebuilds;
    private final PreviousTables previous;
    private final DryRun dryRun;
    private final RebuildDifferences differences;
    private final ProjectionTrail trail;

    ProjectionsEndpoint(
            Projections projections,
            Models models,
            Rebuilds rebuilds,
            PreviousTables previous,
            DryRun dryRun,
            RebuildDifferences differences,
            ProjectionTrail trail) {
        this.projections = projections;
        this.models = models;
        this.rebuilds = rebuilds;
        this.previous = previous;
        this.dryRun = dryRun;
        this.differences = differences;
        this.trail = trail;
    }

    @GetMapping
    Page<ProjectionView> projections() {
        return new Page<>(projections.all(), null);
    }

    @GetMapping("/{name}")
    ProjectionView projection(@PathVariable String name) {
        return projections.get(name);
    }

    /** Answers at once; the live rows serve until the new ones take their place. */
    @PostMapping("/{name}/rebuild")
    ResponseEntity<ProjectionView> rebuild(@PathVariable String name, Caller caller) {
        models.get(name);
        trail.record("rebuild-asked", name, Map.of());
        rebuilds.start(name, caller.customerId().value());
        return ResponseEntity.accepted()
                .location(URI.create(PATH + name))
                .body(projections.get(name));
    }

    /** How many events a rebuild would read, and how long that would take; does nothing. */
    @PostMapping(path = "/{name}/rebuild", params = "dryRun=true")
    DryRun.Estimate estimate(@PathVariable String name) {
        return dryRun.of(name);
    }

    /** At the next step where that is safe; what is done by then stays. */
    @PostMapping("/{name}/rebuild/pause")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ProjectionView pause(@PathVariable String name) {
        rebuilds.pause(name);
        return projections.get(name);
    }

    @PostMapping("/{name}/rebuild/resume")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ProjectionView resume(@PathVariable String name) {
        rebuilds.resume(name);
        return projections.get(name);
    }

    /** Nothing of the new rows is left. */
    @PostMapping("/{name}/rebuild/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ProjectionView cancel(@PathVariable String name) {
        models.get(name);
        trail.record("cancel-asked", name, Map.of());
        rebuilds.cancel(name);
        return projections.get(name);
    }

    /** How the tables of the last rebuild compared with the live ones. */
    @GetMapping("/{name}/rebuild/comparison")
    List<TableComparison> comparison(@PathVariable String name) {
        models.get(name);
        return differences.tables(name);
    }

    /** Samples of rows that the last rebuild changed. */
    @GetMapping("/{name}/rebuild/differences")
    Page<RowDifference> differences(@PathVariable String name, PageQuery query) {
        models.get(name);
        var cursor = query.cursor();
        var page =
                Page.of(
                        differences.samples(
                                name, cursor == null ? 0 : cursor.number(0), query.fetch()),
                        query,
                        last -> Cursor.after(last.id()));
        return new Page<>(
                page.items().stream().map(Numbered::difference).toList(), page.nextCursor());
    }

    /** The rows before the last rebuild serve again, with everything that happened since. */
    @PostMapping("/{name}/rollback")
    ProjectionView rollback(@PathVariable String name) {
        models.get(name);
        trail.record("rollback-asked", name, Map.of());
        previous.comeBack(name);
        return projections.get(name);
    }

    @PostMapping("/{name}/drop-previous")
    ProjectionView dropPrevious(@PathVariable String name) {
        models.get(name);
        trail.record("drop-previous-asked", name, Map.of());
        previous.drop(name);
        return projections.get(name);
    }
}
