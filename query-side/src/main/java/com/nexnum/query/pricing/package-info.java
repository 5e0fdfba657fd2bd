/** Which offers exist, and for how much? */
@NullMarked
package com.nexnum.query.pricing;

import org.jspecify.annotations.NullMarked;
