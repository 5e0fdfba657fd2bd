/** The forms of documents that others write, turned into ours. */
@NullMarked
package com.nexnum.command.supply.providers.given;

import org.jspecify.annotations.NullMarked;
