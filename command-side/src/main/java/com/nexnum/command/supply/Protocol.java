package com.nexnum.command.supply;

import com.nexnum.kernel.language.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * A language in which we can speak with a provider: the name of a document that comes with the
 * product. {@code /providers/shipped/index.json} lists them.
 *
 * @param word as configuration writes it
 */
public record Protocol(String word) {

    public static final Protocol SMS_ACTIVATE = new Protocol("sms-activate");
    public static final Protocol FIVE_SIM = new Protocol("5sim");

    public Protocol {
        new Shape("Protocol", "[a-z0-9][a-z0-9-]{0,23}").require(word);
    }

    /** Every one that comes with the product. */
    public static List<Protocol> all() {
        return Shelf.ALL;
    }

    public static Optional<Protocol> of(String word) {
        return all().stream().filter(it -> it.word().equals(word)).findFirst();
    }

    /** The words of all: {@code sms-activate, 5sim, …}. */
    public static String words() {
        return String.join(", ", all().stream().map(Protocol::word).toList());
    }

    @Override
    public String toString() {
        return word;
    }

    /** Read once, when first asked for. */
    private static final class Shelf {

        private static final String INDEX = "/providers/shipped/index.json";
        private static final List<Protocol> ALL = List.copyOf(read());

        private static List<Protocol> read() {
            try (var in = Objects.requireNonNull(Protocol.class.getResourceAsStream(INDEX))) {
                var words = JsonMapper.shared().readValue(in, String[].class);
                return List.of(words).stream().map(Protocol::new).toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
