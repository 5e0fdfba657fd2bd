package com.nexnum.query.projections;

import com.nexnum.platform.eventstore.FailingSegments;
import com.nexnum.query.platform.SqlInstant;
import com.nexnum.query.projections.ProjectionView.Kind;
import com.nexnum.query.projections.ProjectionView.PreviousView;
import com.nexnum.query.projections.ProjectionView.SegmentError;
import com.nexnum.query.projections.ProjectionView.SegmentView;
import com.nexnum.query.rebuild.Models;
import com.nexnum.query.rebuild.PreviousTables;
import com.nexnum.query.rebuild.Rebuilds;
import com.nexnum.query.rebuild.Throughput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how far everything is that follows events, over all processes. */
@Component
class Projections {

    private final JdbcClient sql;
    private final Models models;
    private final Rebuilds rebuilds;
    private final PreviousTables previous;
    private final Throughput throughput;
    private final FailingSegments failing;
    private final Clock clock;

    Projections(
            JdbcClient sql,
            Models models,
            Rebuilds rebuilds,
            PreviousTables previous,
            Throughput throughput,
            FailingSegments failing,
            Clock clock) {
        this.sql = sql;
        this.models = models;
        this.rebuilds = rebuilds;
        this.previous = previous;
        this.throughput = throughput;
        this.failing = failing;
        this.clock = clock;
    }

    /** Projections, and processors of any process that do something else, in alphabetical order. */
    List<ProjectionView> all() {
        var names = new TreeSet<>(models.names());
        names.addAll(
                sql.sql(
                                "select distinct processor_name from token_entry where processor_name not like '\\_\\_%'")
                        .query(String.class)
                        .list());
        return names.stream().map(this::view).toList();
    }

    /**
     * @throws com.nexnum.platform.web.ProblemException 404 PROJECTION_NOT_FOUND
     */
    ProjectionView get(String name) {
        if (segments(name).isEmpty()) {
            models.get(name);
        }
        return view(name);
    }

    private ProjectionView view(String name) {
        var projection = models.names().contains(name);
        var segments = segments(name);
        var head = head();
        var position = lowest(segments);
        return new ProjectionView(
                name,
                projection ? Kind.PROJECTION : Kind.PROCESS,
                projection ? models.version(name) : null,
                projection ? previous.liveVersion(name) : null,
                position,
                head,
                head == null ? 0 : Math.max(0, head - (position == null ? -1 : position)),
                lagSeconds(position),
                throughput.of(name),
                segments,
                errors(name, segments),
                deadLetters(name),
                projection ? kept(name) : null,
                projection ? rebuilds.find(name).orElse(null) : null);
    }

    private @Nullable PreviousView kept(String name) {
        return previous.find(name)
                .map(kept ->
                        new PreviousView(
                                kept.version(),
                                kept.position(),
                                kept.since(),
                                previous.droppedAt(kept)))
                .orElse(null);
    }

    private static @Nullable Long lowest(List<SegmentView> segments) {
        return segments.stream().anyMatch(segment -> segment.position() == null)
                ? null
                : segments.stream()
                        .map(SegmentView::position)
                        .filter(Objects::nonNull)
                        .min(Long::compare)
                        .orElse(null);
    }

    private List<SegmentView> segments(String name) {
        return sql.sql(
                        """
                        select segment, owner,
                               case when token_type like '%GapAwareTrackingToken'
                                    then (convert_from(token, 'UTF8')::json ->> 'index')::bigint end as position
                          from token_entry where processor_name = :name order by segment
                        """)
                .param("name", name)
                .query((row, _) ->
                        new SegmentView(
                                row.getInt("segment"),
                                row.getString("owner"),
                                row.getObject("position", Long.class)))
                .list();
    }

    private @Nullable Long head() {
        return sql.sql("select max(global_index) as head from domain_event_entry")
                .query((row, _) -> new Head(row.getObject("head", Long.class)))
                .single()
                .position();
    }

    private record Head(@Nullable Long position) {}

    private long lagSeconds(@Nullable Long position) {
        return sql.sql(
                        """
                        select time_stamp::timestamptz as at from domain_event_entry where global_index > :position
                         order by global_index limit 1
                        """)
                .param("position", position == null ? -1 : position)
                .query((row, _) -> SqlInstant.from(row, "at"))
                .optional()
                .map(first -> Math.max(0, Duration.between(first, now()).toSeconds()))
                .orElse(0L);
    }

    private Instant now() {
        return clock.instant();
    }

    private List<SegmentError> errors(String name, List<SegmentView> segments) {
        return failing.last().stream()
                .filter(failure -> failure.group().equals(name))
                .filter(failure ->
                        segments.stream()
                                .anyMatch(segment ->
                                        segment.segment() == failure.segment()
                                                && (segment.position() == null
                                                        || segment.position()
                                                                < failure.position())))
                .map(failure ->
                        new SegmentError(
                                failure.segment(),
                                failure.event(),
                                failure.since(),
                                failure.cause()))
                .toList();
    }

    private long deadLetters(String name) {
        return sql.sql("select count(*) from dead_letter_entry where processing_group = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }
}
