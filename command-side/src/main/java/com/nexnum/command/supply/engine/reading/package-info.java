/** From a provider's answers to facts, whatever it writes. */
@NullMarked
package com.nexnum.command.supply.engine.reading;

import org.jspecify.annotations.NullMarked;
