package com.nexnum.command.supply.engine.reading;

import com.nexnum.command.supply.engine.document.ErrorRule;
import com.nexnum.command.supply.engine.expression.Scope;
import com.nexnum.command.supply.http.UpstreamReply.Answer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tries error rules on answers. */
final class Rules {

    private Rules() {}

    /** What the rule's pattern captured, empty without one; null when the rule does not fit. */
    static @Nullable Map<String, Object> fit(ErrorRule rule, Answer answer, Scope scope) {
        var pattern = rule.matches();
        if (pattern != null) {
            return pattern.groupsOf(answer.body());
        }
        return fits(rule, answer, scope) ? Map.of() : null;
    }

    private static boolean fits(ErrorRule rule, Answer answer, Scope scope) {
        var prefix = rule.prefix();
        var when = rule.when();
        if (!rule.words().isEmpty()) {
            var word = scope.variables().get("word");
            return word instanceof String said && rule.words().contains(said);
        }
        if (prefix != null) {
            return answer.body().strip().startsWith(prefix);
        }
        return when == null ? rule.http().contains(answer.status()) : when.holdsIn(scope);
    }
}
