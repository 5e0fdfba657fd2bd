/**
 * Long work that somebody asks for: it tells how far it is, can be cancelled, and outlives nobody.
 */
@NullMarked
package com.nexnum.query.platform.jobs;

import org.jspecify.annotations.NullMarked;
