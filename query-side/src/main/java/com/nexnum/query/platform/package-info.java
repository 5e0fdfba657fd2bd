/** What the questions share: pages, freshness, wake-ups and reading sealed texts. */
@NullMarked
package com.nexnum.query.platform;

import org.jspecify.annotations.NullMarked;
