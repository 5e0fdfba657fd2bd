package com.nexnum.command.supply.engine;

import com.nexnum.command.supply.BuyAnswer.Refused;
import com.nexnum.command.supply.engine.document.Endpoint;
import com.nexnum.command.supply.engine.reading.Reading;
import com.nexnum.command.supply.engine.reading.Values;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The words of a provider for one kind of thing, as it lists them itself: a word and a name for
 * each. Read when first needed and then now and then; what was read stays when that fails.
 */
final class LearnedWords {

    private static final Duration FRESH = Duration.ofHours(12);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Endpoint endpoint;
    private final Exchange exchange;
    private final Clock clock;
    private final Function<String, Optional<String>> names;
    private final ReentrantLock lock = new ReentrantLock();
    private Table table = new Table(Map.of(), Map.of(), Instant.MIN);
    private @Nullable Refused trouble;

    /**
     * @param names from the provider's name for people to our code
     */
    LearnedWords(
            Endpoint endpoint,
            Exchange exchange,
            Clock clock,
            Function<String, Optional<String>> names) {
        this.endpoint = endpoint;
        this.exchange = exchange;
        this.clock = clock;
        this.names = names;
    }

    private record Table(Map<String, String> words, Map<String, String> codes, Instant until) {}

    Optional<String> word(String code) {
        return Optional.ofNullable(fresh().words().get(code));
    }

    Optional<String> code(String word) {
        return Optional.ofNullable(fresh().codes().get(word));
    }

    /** Why nothing could be read; null when something was. */
    @Nullable Refused trouble() {
        var known = fresh();
        lock.lock();
        try {
            return known.words().isEmpty() ? trouble : null;
        } finally {
            lock.unlock();
        }
    }

    private Table fresh() {
        lock.lock();
        try {
            if (!clock.instant().isBefore(table.until())) {
                read();
            }
            return table;
        } finally {
            lock.unlock();
        }
    }

    private void read() {
        var reply = exchange.ask(endpoint, Map.of());
        var reading = exchange.read(endpoint, reply);
        var root = endpoint.rows();
        var listed =
                reading == null || root == null || !reading.succeeds()
                        ? null
                        : root.in(reading.scope());
        if (reading != null && listed instanceof List<?> rows) {
            table = table(reading, rows);
            trouble = null;
        } else {
            trouble = Refusals.beforehand(exchange, endpoint, reply);
            table = new Table(table.words(), table.codes(), clock.instant().plus(PAUSE));
        }
    }

    private Table table(Reading reading, List<?> rows) {
        var words = new HashMap<String, String>();
        var codes = new HashMap<String, String>();
        for (var row : rows) {
            var scope = reading.scope().at(row);
            var word = Values.text(reading.field("word", scope));
            var name = Values.text(reading.field("name", scope));
            if (word != null && name != null) {
                names.apply(name)
                        .ifPresent(code -> {
                            words.putIfAbsent(code, word);
                            codes.putIfAbsent(word, code);
                        });
            }
        }
        return new Table(words, codes, clock.instant().plus(FRESH));
    }
}
