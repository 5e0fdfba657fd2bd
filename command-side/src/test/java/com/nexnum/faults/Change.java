package com.nexnum.faults;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;

/** What a statement changes, in words that are the same in every run. */
final class Change {

    private static final Pattern WRITES =
            Pattern.compile("(insert into|update|delete from)\\s+([a-z_]+)");

    /** Event names, kinds of work, names of processors; no ids, times or contents. */
    private static final Pattern WORD = Pattern.compile("[a-z]+([.-][a-z]+)*");

    /** {@code insert agenda buy}; empty for what only reads. */
    static Optional<String> of(QueryInfo query) {
        var writes = WRITES.matcher(query.getQuery().strip().toLowerCase(Locale.ROOT));
        return writes.lookingAt()
                ? Optional.of(name(writes.group(1), writes.group(2), query.getParametersList()))
                : Optional.empty();
    }

    private static String name(
            String verb, String table, List<List<ParameterSetOperation>> parameters) {
        var words =
                switch (table) {
                    case "domain_event_entry", "agenda", "token_entry" -> words(parameters);
                    default -> Stream.<String>empty();
                };
        return Stream.concat(Stream.of(verb.split(" ", 2)[0], table), words)
                .collect(Collectors.joining(" "));
    }

    private static Stream<String> words(List<List<ParameterSetOperation>> parameters) {
        return parameters.stream()
                .flatMap(List::stream)
                .map(set -> set.getArgs()[1])
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> text.length() < 40 && WORD.matcher(text).matches())
                .distinct();
    }

    private Change() {}
}
