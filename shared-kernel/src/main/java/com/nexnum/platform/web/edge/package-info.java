/** Where requests enter and every failure leaves as the one envelope. */
@NullMarked
package com.nexnum.platform.web.edge;

import org.jspecify.annotations.NullMarked;
