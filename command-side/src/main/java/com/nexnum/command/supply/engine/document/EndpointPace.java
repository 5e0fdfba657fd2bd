package com.nexnum.command.supply.engine.document;

import org.jspecify.annotations.Nullable;

/**
 * How hard each process may ask for one thing, within the pace of the whole provider.
 *
 * @param callsPerMinute no limit of its own where nothing is said
 * @param maxConcurrentCalls likewise
 * @param retries how often it is asked again when no answer came; none for what changes something
 */
public record EndpointPace(
        @Nullable Integer callsPerMinute, @Nullable Integer maxConcurrentCalls, int retries) {}
