package com.nexnum.command.platform.lanes;

import com.nexnum.command.decision.Rejection;

/** An operation id that stands for something else already. */
public record OperationReused(String operationId) implements Rejection {}
