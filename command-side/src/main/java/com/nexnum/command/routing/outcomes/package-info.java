/** What became of the numbers that were bought, counted per provider, service and country. */
@NullMarked
package com.nexnum.command.routing.outcomes;

import org.jspecify.annotations.NullMarked;
