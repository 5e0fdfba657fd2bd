/** The one way out to providers over HTTP: bounded, paced, and never sent twice. */
@NullMarked
package com.nexnum.command.supply.http;

import org.jspecify.annotations.NullMarked;
