/** From a document's templates to requests, with the secrets put in last. */
@NullMarked
package com.nexnum.command.supply.engine.request;

import org.jspecify.annotations.NullMarked;
