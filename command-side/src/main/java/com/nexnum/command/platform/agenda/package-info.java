/** Work that is due: durable, done by one process at a time, never forgotten. */
@NullMarked
package com.nexnum.command.platform.agenda;

import org.jspecify.annotations.NullMarked;
