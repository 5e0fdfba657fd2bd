/** How quickly this process answers, from moment to moment. */
@NullMarked
package com.nexnum.platform.web.traffic;

import org.jspecify.annotations.NullMarked;
