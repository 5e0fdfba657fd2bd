package com.nexnum.kernel.wrong.util;

/** Stands in a package that says nothing. */
public record Odds() {}
