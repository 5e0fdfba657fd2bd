/** People: accounts, signing in, roles and bans. State, not history. */
@NullMarked
package com.nexnum.command.identity;

import org.jspecify.annotations.NullMarked;
