package com.nexnum.query.activations;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.nexnum.query.platform.SqlInstant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many of the numbers that were rented lately got an SMS. Numbers that still wait count for
 * nothing. Counted over the whole table now and then, never in the way of whoever reads.
 */
@Component
public class SuccessRates {

    private static final Duration LATELY = Duration.ofDays(7);
    private static final Duration FRESH = Duration.ofSeconds(15);

    /** Fewer numbers than this tell nothing. */
    private static final int ENOUGH = 5;

    private static final String MEASURED =
            """
            select service, country, count(*) as numbers, count(*) filter (where sms <> '[]') as delivered
              from activations
             where created_at > :since and provider is not null and (ended_at is not null or sms <> '[]')
             group by service, country
            having count(*) >= :enough
            """;

    private final JdbcClient sql;
    private final Clock clock;
    private final LoadingCache<Boolean, List<SuccessRate>> counted;

    @Autowired
    public SuccessRates(JdbcClient sql, Clock clock) {
        this(sql, clock, FRESH);
    }

    /**
     * @param fresh how old an answer may grow before it is counted anew
     */
    public SuccessRates(JdbcClient sql, Clock clock, Duration fresh) {
        this.sql = sql;
        this.clock = clock;
        this.counted =
                fresh.isZero()
                        ? Caffeine.newBuilder().maximumSize(0).build(_ -> count())
                        : Caffeine.newBuilder().refreshAfterWrite(fresh).build(_ -> count());
    }

    /**
     * @param rate 0 to 1, in hundredths
     */
    public record SuccessRate(String service, String country, BigDecimal rate) {}

    /** One for each service and country where enough is known to tell. */
    public List<SuccessRate> all() {
        return counted.get(true);
    }

    private List<SuccessRate> count() {
        return sql.sql(MEASURED)
                .param("since", SqlInstant.of(clock.instant().minus(LATELY)))
                .param("enough", ENOUGH)
                .query((row, i) ->
                        new SuccessRate(
                                row.getString("service"),
                                row.getString("country"),
                                BigDecimal.valueOf(row.getLong("delivered"))
                                        .divide(
                                                BigDecimal.valueOf(row.getLong("numbers")),
                                                2,
                                                RoundingMode.HALF_UP)))
                .list();
    }
}
