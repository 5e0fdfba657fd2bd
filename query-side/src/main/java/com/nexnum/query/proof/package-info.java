/**
 * Evidence that events are as they were stored: blocks of their hashes, chained and signed, and the
 * proofs that are made of them. The format is in docs/proof.md.
 */
@NullMarked
package com.nexnum.query.proof;

import org.jspecify.annotations.NullMarked;
