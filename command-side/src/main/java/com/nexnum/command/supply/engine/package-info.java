/** Any provider by its document, without code for it. */
@NullMarked
package com.nexnum.command.supply.engine;

import org.jspecify.annotations.NullMarked;
