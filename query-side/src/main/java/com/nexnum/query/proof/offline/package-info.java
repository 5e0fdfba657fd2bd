/** What checks proofs elsewhere: nothing but the JDK, and no other class of ours. */
@NullMarked
package com.nexnum.query.proof.offline;

import org.jspecify.annotations.NullMarked;
