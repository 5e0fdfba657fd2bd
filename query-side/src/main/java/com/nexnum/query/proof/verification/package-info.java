/** Deriving everything from the events again, and saying where what is stored tells otherwise. */
@NullMarked
package com.nexnum.query.proof.verification;

import org.jspecify.annotations.NullMarked;
