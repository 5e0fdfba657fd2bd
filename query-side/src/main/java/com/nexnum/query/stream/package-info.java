/** What happens now? Told as it happens, as server-sent events. */
@NullMarked
package com.nexnum.query.stream;

import org.jspecify.annotations.NullMarked;
