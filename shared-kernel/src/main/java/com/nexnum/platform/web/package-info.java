/** What every endpoint of both sides shares: the error envelope, amounts, cursors. */
@NullMarked
package com.nexnum.platform.web;

import org.jspecify.annotations.NullMarked;
