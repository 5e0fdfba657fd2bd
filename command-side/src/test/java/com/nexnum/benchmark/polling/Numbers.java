package com.nexnum.benchmark.polling;

import com.nexnum.command.platform.agenda.Details;
import com.nexnum.command.sms.Rental;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.kernel.supply.ProviderSlug;
import com.nexnum.kernel.supply.UpstreamId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Active numbers of every age below twenty minutes, as many of each; old ones end, new ones begin.
 */
final class Numbers {

    private static final Duration LIFE = Duration.ofMinutes(20);

    private final JdbcTemplate sql;
    private final String provider;
    private final int count;
    private long made;
    private long ended;

    /** When each began, on the clock of nanoTime. */
    final Map<Long, Long> since = new HashMap<>();

    Numbers(DataSource database, String provider, int count) {
        this.sql = new JdbcTemplate(database);
        this.provider = provider;
        this.count = count;
    }

    /** Due one after the other over the given time, as if they had been polled before. */
    void begin(Duration spread) {
        var now = Instant.now();
        for (int i = 0; i < count; i++) {
            var age = LIFE.multipliedBy(count - i).dividedBy(count);
            // 7919 is prime: the order of due times has nothing to do with ages.
            var due = spread.multipliedBy(i * 7_919L % count).dividedBy(count);
            add(now, now.minus(age), now.plus(due));
        }
    }

    /** As many end and begin as have since the last time. */
    void pass(Duration time) {
        long changes = count * time.toMillis() / LIFE.toMillis();
        var now = Instant.now();
        while (ended < changes) {
            sql.update("delete from polling where activation_id = ?", id(++ended));
            add(now, now, now.plusSeconds(2));
        }
    }

    private void add(Instant now, Instant from, Instant due) {
        long number = ++made;
        since.put(number, System.nanoTime() - Duration.between(from, now).toNanos());
        var details =
                Details.write(
                        new Rental(
                                new ActivationId(id(number)),
                                new CustomerId("cus_000001"),
                                new ProviderSlug(provider),
                                new UpstreamId(String.valueOf(number)),
                                from,
                                from.plus(LIFE),
                                0));
        sql.update(
                "insert into polling (activation_id, provider, since, due_at, details)"
                        + " values (?, ?, cast(? as timestamptz), cast(? as timestamptz), ?)",
                id(number),
                provider,
                from.toString(),
                due.toString(),
                details);
    }

    boolean lives(long number) {
        return number > ended && number <= made;
    }

    private String id(long number) {
        return "act_%s%08d".formatted(provider, number);
    }
}
