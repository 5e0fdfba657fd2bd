/** Our open orders compared with what each provider says that we hold. */
@NullMarked
package com.nexnum.command.reconciliation;

import org.jspecify.annotations.NullMarked;
