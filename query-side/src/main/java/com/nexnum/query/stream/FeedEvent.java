package com.nexnum.query.stream;

/**
 * One thing that a customer is told.
 *
 * @param position where its event stands in the event store; unique, and grows with time
 * @param type sms, status or balance
 * @param data a JSON object in one line
 */
record FeedEvent(long position, String type, String data) {}
