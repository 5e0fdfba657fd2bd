/**
 * What is known of providers, and how sure that is. Chances are floating point here, and nowhere
 * else; money goes in to be weighed, and never comes out.
 */
@NullMarked
package com.nexnum.command.routing.learning;

import org.jspecify.annotations.NullMarked;
