package com.nexnum.command.platform.agenda;

import java.time.Duration;

/**
 * On which terms work is taken up.
 *
 * @param kind the kind of entry that this is; at most 32 characters
 * @param lease how long it may take; also how long until it is taken up again after a crash
 * @param atOnce how much of it one process does at once
 */
public record Terms(String kind, Duration lease, int atOnce) {}
