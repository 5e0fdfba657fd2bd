package com.nexnum.command.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A provider's words for one kind of thing: those that its document lists, then those of its style.
 * A word that the list gives to one thing is no word for another.
 */
final class Words {

    private final Map<String, List<String>> listed;
    private final Map<String, String> back = new HashMap<>();
    private final Styled styled;

    /**
     * @param upstream our code to the provider's word
     * @param ours the provider's word to our code
     */
    record Styled(
            Function<String, Optional<String>> upstream, Function<String, Optional<String>> ours) {}

    Words(Map<String, List<String>> listed, Styled styled) {
        this.listed = listed;
        this.styled = styled;
        listed.forEach((code, words) -> words.forEach(word -> back.putIfAbsent(word, code)));
    }

    Optional<String> upstream(String code) {
        var words = listed.get(code);
        return words == null
                ? styled.upstream().apply(code).filter(word -> !back.containsKey(word))
                : words.stream().findFirst();
    }

    Optional<String> ours(String word) {
        var code = back.get(word);
        return code == null
                ? styled.ours().apply(word).filter(ours -> !listed.containsKey(ours))
                : Optional.of(code);
    }
}
