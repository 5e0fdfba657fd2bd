/** The event store in PostgreSQL, with every part of Axon chosen by hand. */
@NullMarked
package com.nexnum.platform.eventstore;

import org.jspecify.annotations.NullMarked;
