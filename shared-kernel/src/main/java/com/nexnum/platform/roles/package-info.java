/** Which sides a process plays. */
@NullMarked
package com.nexnum.platform.roles;

import org.jspecify.annotations.NullMarked;
