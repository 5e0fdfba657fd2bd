/** From a posting down to what caused it: entry, event, request, order, provider. */
@NullMarked
package com.nexnum.query.ledger.drill;

import org.jspecify.annotations.NullMarked;
