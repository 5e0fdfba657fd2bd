package com.nexnum.command.wrongother;

import com.nexnum.command.wrong.WrongDecider;

/** Closes a cycle under an empty name. */
public record WrongManager(WrongDecider decider) {}
