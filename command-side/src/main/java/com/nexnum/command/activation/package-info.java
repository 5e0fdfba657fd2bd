/** One rental of a number, from the request to its end. */
@NullMarked
package com.nexnum.command.activation;

import org.jspecify.annotations.NullMarked;
