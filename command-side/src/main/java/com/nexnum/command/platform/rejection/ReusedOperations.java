package com.nexnum.command.platform.rejection;

import com.nexnum.command.platform.RejectionProblems;
import com.nexnum.command.platform.lanes.OperationReused;
import com.nexnum.platform.web.Problem;
import org.springframework.stereotype.Component;

/** How an operation id that stands for something else looks to a client. */
@Component
final class ReusedOperations implements RejectionProblems<OperationReused> {

    @Override
    public Class<OperationReused> family() {
        return OperationReused.class;
    }

    @Override
    public Problem problem(OperationReused rejection) {
        return Problem.of(
                        409,
                        "OPERATION_REUSED",
                        "This operation was done before with other content: use a new id")
                .with("operationId", rejection.operationId());
    }
}
