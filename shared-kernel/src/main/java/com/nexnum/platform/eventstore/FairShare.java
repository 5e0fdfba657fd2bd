package com.nexnum.platform.eventstore;

import com.nexnum.platform.signal.Attendance;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.pooled.MaxSegmentProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many segments of a processor one process works on: all of them when it is alone, and its part
 * when others run the processor too. What it has above that, it gives back.
 */
@Component
class FairShare implements MaxSegmentProvider {

    private static final Logger LOG = LoggerFactory.getLogger(FairShare.class);

    private final JdbcClient sql;
    private final Attendance attendance;
    private final Map<String, Integer> last = new ConcurrentHashMap<>();

    FairShare(JdbcClient sql, Attendance attendance) {
        this.sql = sql;
        this.attendance = attendance;
    }

    /** The name that a processor's processes are counted under. */
    static String place(String processor) {
        return "processor " + processor;
    }

    @Override
    public int getMaxSegments(String processor) {
        try {
            // One that has no segment yet is about to make them.
            int share = Math.ceilDiv(Math.max(1, segments(processor)), processes(processor));
            last.put(processor, share);
            return share;
        } catch (RuntimeException e) {
            LOG.debug("The share of {} is not known now", processor, e);
            return last.getOrDefault(processor, Integer.MAX_VALUE);
        }
    }

    private int processes(String processor) {
        return Math.max(1, attendance.count(place(processor)));
    }

    private int segments(String processor) {
        return sql.sql("select count(*) from token_entry where processor_name = :name")
                .param("name", processor)
                .query(Integer.class)
                .single();
    }
}
