/** What a decision is: events or a refusal. */
@NullMarked
package com.nexnum.command.decision;

import org.jspecify.annotations.NullMarked;
