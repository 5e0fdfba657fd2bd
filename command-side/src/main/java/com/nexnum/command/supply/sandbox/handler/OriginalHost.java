package com.nexnum.command.supply.sandbox.handler;

/** SMS-Activate as it was. */
public final class OriginalHost implements Host {}
