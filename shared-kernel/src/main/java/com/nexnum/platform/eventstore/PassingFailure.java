package com.nexnum.platform.eventstore;

/** An exception that says: nothing is wrong with what was tried, and later it may well succeed. */
public interface PassingFailure {}
