package com.nexnum.platform.eventstore;

/**
 * How one group of handlers runs when it is not like the others. It hears of each event at once.
 *
 * @param batchSize events in one transaction at most; small where each takes long
 */
public record GroupTuning(String name, int segments, int threads, int batchSize) {}
