package com.nexnum.query.stream;

/** A number of whose SMS its customer was told, in {@code feed_number}. */
record FeedNumberRow(String activationId) {}
