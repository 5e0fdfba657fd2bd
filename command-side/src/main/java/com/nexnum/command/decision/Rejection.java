package com.nexnum.command.decision;

/** Why a command was refused, as data. Each capability has one sealed family of them. */
public interface Rejection {}
