/** How the calls to each provider ended, and how long they took. */
@NullMarked
package com.nexnum.command.supply.health;

import org.jspecify.annotations.NullMarked;
