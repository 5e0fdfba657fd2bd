/** Who changed what, from where, and what was it before? */
@NullMarked
package com.nexnum.query.audittrail;

import org.jspecify.annotations.NullMarked;
