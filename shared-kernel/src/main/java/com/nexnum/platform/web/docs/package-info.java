/** The machine-readable contract and the page to try it on. */
@NullMarked
package com.nexnum.platform.web.docs;

import org.jspecify.annotations.NullMarked;
