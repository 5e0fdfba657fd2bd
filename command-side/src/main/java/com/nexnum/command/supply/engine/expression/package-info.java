/** The expressions and patterns in which a provider's document says where its facts stand. */
@NullMarked
package com.nexnum.command.supply.engine.expression;

import org.jspecify.annotations.NullMarked;
