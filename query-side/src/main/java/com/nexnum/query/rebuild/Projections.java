package com.nexnum.query.rebuild;

import com.nexnum.query.rebuild.ProjectionView.SegmentView;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how far projections are, over all processes. */
@Component
class Projections {

    private final JdbcClient sql;
    private final Rebuilds rebuilds;

    Projections(JdbcClient sql, Rebuilds rebuilds) {
        this.sql = sql;
        this.rebuilds = rebuilds;
    }

    ProjectionView view(String name) {
        var segments = segments(name);
        var head = head();
        var position = lowest(segments);
        return new ProjectionView(
                name,
                position,
                head,
                head == null ? 0 : Math.max(0, head - (position == null ? -1 : position)),
                segments,
                deadLetters(name),
                rebuilds.find(name).orElse(null));
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

    private long deadLetters(String name) {
        return sql.sql("select count(*) from dead_letter_entry where processing_group = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }
}
