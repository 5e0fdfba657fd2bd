package com.nexnum.command.supply.icon;

import java.time.Instant;

/**
 * A provider's picture.
 *
 * @param source where it was fetched
 * @param sourceSha256 of the bytes that came from there, in hexadecimal
 * @param png what we drew of it
 * @param sha256 of that
 */
@SuppressWarnings("ArrayRecordComponent") // read once, and never compared
record Icon(
        String source,
        String sourceSha256,
        byte[] png,
        String sha256,
        String fetchedBy,
        Instant fetchedAt) {}
