/** What can be bought: price lists of providers, margins, and the way to the best offer. */
@NullMarked
package com.nexnum.command.catalog;

import org.jspecify.annotations.NullMarked;
