package com.nexnum.command.platform.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.decision.CommandRejected;
import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemWriter;
import com.nexnum.platform.web.Problems;
import java.util.Map;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What clients are told when a command could not be carried out. */
class LaneProblemsTest {

    @Test
    void nothing_was_done_and_trying_again_soon_is_right() {
        tells(new LaneBusy("wallet-1"), 503, "BUSY", true);
        tells(new LaneConflict("wallet-1", null), 503, "CONFLICT_RETRY", true);
    }

    @Test
    void it_is_not_known_what_was_done() {
        tells(new OutcomeUnknown(null), 503, "OUTCOME_UNKNOWN", true);
    }

    @Test
    void trying_again_is_of_no_use() {
        tells(new AggregateNotFoundException("act_1", "gone"), 404, "NOT_FOUND", false);
        var reused = new CommandRejected(new OperationReused("deposit:1"));
        tells(reused, 409, "OPERATION_REUSED", false);
        assertThat(problem(reused).details()).isEqualTo(Map.of("operationId", "deposit:1"));
    }

    private static void tells(RuntimeException failure, int status, String code, boolean later) {
        var wrapped = new CommandExecutionException("wrapped", failure);
        for (var thrown : new Throwable[] {failure, wrapped}) {
            var problem = problem(thrown);
            assertThat(problem.status()).isEqualTo(status);
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.details().containsKey(ProblemWriter.RETRY_AFTER)).isEqualTo(later);
            assertThat(problem.message()).doesNotContain("wallet-1", "act_1");
        }
    }

    private static Problem problem(Throwable failure) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.register(Problems.class);
            context.scan("com.nexnum.command.platform.rejection");
            context.refresh();
            return context.getBean(Problems.class).of(failure);
        }
    }
}
