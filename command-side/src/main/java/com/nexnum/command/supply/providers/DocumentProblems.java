package com.nexnum.command.supply.providers;

import com.nexnum.command.supply.engine.document.DocumentMistake;
import com.nexnum.command.supply.engine.document.DocumentMistakes;
import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemTranslator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells every mistake of a configuration: where, as a JSON pointer, and why. */
@Component
final class DocumentProblems implements ProblemTranslator {

    /**
     * @param pointer into the body of the request (RFC 6901); empty for the whole
     */
    record Mistake(String pointer, String reason) {

        static List<Mistake> of(List<DocumentMistake> mistakes) {
            return mistakes.stream().map(it -> new Mistake(it.pointer(), it.reason())).toList();
        }
    }

    @Override
    public @Nullable Problem translate(Throwable failure) {
        return failure instanceof DocumentMistakes mistakes
                ? Problem.of(
                                400,
                                "PROVIDER_CONFIGURATION_INVALID",
                                "The provider cannot be used so; each mistake is named.")
                        .with("mistakes", Mistake.of(mistakes.all()))
                : null;
    }
}
