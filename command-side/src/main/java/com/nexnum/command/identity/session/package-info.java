/** Sessions, their refresh tokens, and the keys that sign access tokens. */
@NullMarked
package com.nexnum.command.identity.session;

import org.jspecify.annotations.NullMarked;
