/** The PostgreSQL that everything stands on: embedded or configured. */
@NullMarked
package com.nexnum.platform.database;

import org.jspecify.annotations.NullMarked;
