/** Which numbers are live now, and which codes came? */
@NullMarked
package com.nexnum.query.activenumbers;

import org.jspecify.annotations.NullMarked;
