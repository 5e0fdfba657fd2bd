/** What happens to one rental of a number. */
@NullMarked
package com.nexnum.kernel.activation;

import org.jspecify.annotations.NullMarked;
