package com.nexnum.benchmark.polling;

import com.nexnum.benchmark.polling.UpstreamProcess.Arrival;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** What one provider saw from the start to the end of a measurement. */
final class Measured {

    private static final long SECOND = 1_000_000_000L;

    private final List<Arrival> all;
    private final List<Arrival> counted;
    private final long from;
    private final long to;

    /**
     * @param warm from when on gaps count
     * @param from from when on calls count
     */
    Measured(String provider, List<Arrival> arrivals, long warm, long from, long to) {
        this.all =
                arrivals.stream()
                        .filter(it -> it.provider().equals(provider))
                        .filter(it -> it.at() >= warm && it.at() < to)
                        .sorted((a, b) -> Long.compare(a.at(), b.at()))
                        .toList();
        this.counted = all.stream().filter(it -> it.at() >= from).toList();
        this.from = from;
        this.to = to;
    }

    double perSecond() {
        return counted.size() * (double) SECOND / (to - from);
    }

    int mostInASecond() {
        int first = 0;
        int most = 0;
        for (int last = 0; last < all.size(); last++) {
            while (all.get(last).at() - all.get(first).at() >= SECOND) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    /**
     * Between two polls of one number, from its beginning and to the end of the measurement too.
     */
    double largestGap(Numbers numbers, long warm) {
        var seen = new HashMap<Long, Long>();
        numbers.since.forEach((number, since) -> seen.put(number, Math.max(since, warm)));
        long largest = 0;
        for (var it : all) {
            var before = seen.put(it.number(), it.at());
            if (before != null) {
                largest = Math.max(largest, it.at() - before);
            }
        }
        for (var it : seen.entrySet()) {
            if (numbers.lives(it.getKey())) {
                largest = Math.max(largest, to - it.getValue());
            }
        }
        return largest / (double) SECOND;
    }

    /** Between two polls, and from the beginning to the first, of numbers of at most this age. */
    double[] gaps(Numbers numbers, long olderThanSeconds, long atMostSeconds) {
        var seen = new HashMap<Long, Long>();
        var gaps = new ArrayList<Double>();
        for (var it : all) {
            long since = numbers.since.getOrDefault(it.number(), Long.MIN_VALUE / 2);
            long age = (it.at() - since) / SECOND;
            var before = seen.put(it.number(), it.at());
            if (before != null && age >= olderThanSeconds && age < atMostSeconds) {
                gaps.add((it.at() - before) / (double) SECOND);
            }
        }
        return gaps.stream().mapToDouble(it -> it).toArray();
    }
}
