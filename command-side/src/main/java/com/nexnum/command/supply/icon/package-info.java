/** Pictures of providers: fetched once, checked and drawn anew. */
@NullMarked
package com.nexnum.command.supply.icon;

import org.jspecify.annotations.NullMarked;
