/** Why a purchase was offered to the providers that it was offered to. */
@NullMarked
package com.nexnum.kernel.routing;

import org.jspecify.annotations.NullMarked;
