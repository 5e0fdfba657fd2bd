/** What did we earn, on which service, in which country, with which provider? */
@NullMarked
package com.nexnum.query.margins;

import org.jspecify.annotations.NullMarked;
