package com.nexnum.kernel.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.axonframework.serialization.Revision;

/** One committed file that says how one revision of one event stands in the store. */
record Contract(String capability, String event, String revision) {

    private static final Path ROOT = Path.of("src", "test", "resources", "contracts");
    private static final Pattern PATH =
            Pattern.compile("([a-z]+)/([A-Z][A-Za-z]*)\\.r([0-9]+)\\.json");

    static Contract of(Class<?> event) {
        var name = EventSerializer.nameOf(event);
        return new Contract(
                name.substring(0, name.indexOf('.')),
                event.getSimpleName(),
                event.getAnnotation(Revision.class).value());
    }

    static List<Contract> committed() {
        try (var files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile)
                    .map(Contract::at)
                    .sorted(Comparator.comparing(Contract::toString))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Contract at(Path file) {
        var path = ROOT.relativize(file).toString().replace('\\', '/');
        var parts = PATH.matcher(path);
        if (!parts.matches()) {
            throw new IllegalStateException(path + " is not <capability>/<Event>.r<n>.json");
        }
        return new Contract(parts.group(1), parts.group(2), parts.group(3));
    }

    /** The name in the store: today's class says it; for a class that is gone it is derived. */
    String storedName() {
        return Language.events()
                .filter(type -> type.getSimpleName().equals(event))
                .map(EventSerializer::nameOf)
                .filter(name -> name.startsWith(capability + "."))
                .findFirst()
                .orElseGet(this::derivedName);
    }

    private String derivedName() {
        var kebab = event.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return capability + "." + kebab.replaceFirst("^" + capability + "-", "");
    }

    boolean exists() {
        return Files.exists(file());
    }

    /** The JSON without the line end that the file closes with. */
    String json() {
        try {
            return Files.readString(file()).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a contract that is not there yet; one that is there never changes. */
    void write(String json) {
        try {
            Files.createDirectories(file().getParent());
            Files.writeString(file(), json + "\n", StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return ROOT.resolve(capability).resolve(event + ".r" + revision + ".json");
    }

    @Override
    public String toString() {
        return capability + "/" + event + ".r" + revision;
    }
}
