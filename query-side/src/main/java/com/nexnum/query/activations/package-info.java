/** What became of every number that was ever asked for? */
@NullMarked
package com.nexnum.query.activations;

import org.jspecify.annotations.NullMarked;
