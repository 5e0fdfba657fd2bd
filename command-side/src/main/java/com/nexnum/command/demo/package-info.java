/** What a newcomer sees: where everything is, and the main job told step by step. */
@NullMarked
package com.nexnum.command.demo;

import org.jspecify.annotations.NullMarked;
