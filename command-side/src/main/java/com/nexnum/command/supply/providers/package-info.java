/** Providers that administrators add and change while everything runs. */
@NullMarked
package com.nexnum.command.supply.providers;

import org.jspecify.annotations.NullMarked;
