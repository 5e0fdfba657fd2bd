/** What processes on one database tell each other at once, over LISTEN and NOTIFY. */
@NullMarked
package com.nexnum.platform.signal;

import org.jspecify.annotations.NullMarked;
