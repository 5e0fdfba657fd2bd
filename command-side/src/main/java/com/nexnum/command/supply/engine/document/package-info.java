/** A provider as data: what its document says, in checked types. */
@NullMarked
package com.nexnum.command.supply.engine.document;

import org.jspecify.annotations.NullMarked;
