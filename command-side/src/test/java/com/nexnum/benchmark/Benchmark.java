package com.nexnum.benchmark;

/** One measurement. It runs alone in a fresh process, and says what it found to the report. */
public interface Benchmark {

    /** The name that {@code -Dbenchmark=} selects it by: lower case, words joined by hyphens. */
    String name();

    /** Does the whole work that its figures speak of, the yardstick beside it in the same run. */
    void run(Report report) throws Exception;
}
