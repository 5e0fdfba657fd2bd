/** Personal data under a key per customer, and the master key over those keys. */
@NullMarked
package com.nexnum.platform.privacy;

import org.jspecify.annotations.NullMarked;
