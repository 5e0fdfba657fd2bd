/** How far are the projections, and what is to be done with them? For administrators. */
@NullMarked
package com.nexnum.query.projections;

import org.jspecify.annotations.NullMarked;
