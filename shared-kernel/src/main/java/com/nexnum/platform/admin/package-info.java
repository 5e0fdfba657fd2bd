/** The command-line tool {@code nexnum-admin}: what administrators and auditors do over HTTP. */
@NullMarked
package com.nexnum.platform.admin;

import org.jspecify.annotations.NullMarked;
