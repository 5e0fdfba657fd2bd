package com.nexnum.command.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.nexnum.platform.database.DatabaseProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The compose file is right as far as that can be known without an engine. */
class ComposeFileTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path FILE = ROOT.resolve("docker-compose.yml");

    private final Map<String, Map<String, Object>> services = services();

    @Test
    void runs_the_database_the_cache_the_search_and_both_sides() {
        assertThat(services.keySet())
                .containsExactlyInAnyOrder("postgres", "redis", "meilisearch", "command", "query");
        assertThat(environment("command")).containsEntry("NEXNUM_ROLES", "command");
        assertThat(environment("query")).containsEntry("NEXNUM_ROLES", "query");
    }

    @Test
    void pins_every_image() {
        assertThat(services.values().stream().map(service -> text(service, "image")))
                .allSatisfy(image -> assertThat(image).matches("[a-z/-]+:v?[0-9][0-9a-z.-]*"));
        assertThat(List.of("command", "query"))
                .allSatisfy(side ->
                        assertThat(dockerfile(side))
                                .containsPattern("(?m)^FROM eclipse-temurin:25-jre$"));
    }

    @Test
    void sets_only_properties_that_exist() {
        var known = KnownSettings.withDefaults().keySet();
        assertThat(known).contains("nexnum.database.url", "nexnum.stream.heartbeat");
        assertThat(variables().filter(name -> name.startsWith("NEXNUM_")))
                .isNotEmpty()
                .allSatisfy(
                        name -> assertThat(KnownSettings.isSetBy(name, known)).as(name).isTrue());
    }

    @Test
    void refuses_to_take_a_misspelt_variable_for_a_property() {
        var known = KnownSettings.withDefaults().keySet();
        assertThat(KnownSettings.isSetBy("NEXNUM_DATABASE_OWNER_USERNAME", known)).isTrue();
        assertThat(KnownSettings.isSetBy("NEXNUM_DATABASE_OWNERUSERNAME", known)).isTrue();
        assertThat(KnownSettings.isSetBy("NEXNUM_DATABASE_OWNER", known)).isFalse();
    }

    @Test
    void gives_the_command_side_both_roles_of_the_database_and_the_query_side_only_one() {
        var command = database("command");
        assertThat(command.username()).isEqualTo("nexnum_app");
        assertThat(command.ownerUsername()).isEqualTo("nexnum_owner");
        var query = database("query");
        assertThat(query.username()).isEqualTo("nexnum_app");
        assertThat(query.ownerUsername()).isNull();
        assertThat(environment("query")).containsEntry("SPRING_FLYWAY_ENABLED", "false");
    }

    @Test
    void asks_for_every_secret_and_holds_none() {
        var secrets =
                services.keySet().stream()
                        .flatMap(service -> environment(service).entrySet().stream())
                        .filter(entry -> entry.getKey().matches(".*(PASSWORD|KEY|KEYSET|SECRET).*"))
                        .filter(entry -> !entry.getValue().isEmpty());
        assertThat(secrets)
                .isNotEmpty()
                .allSatisfy(
                        entry -> assertThat(entry.getValue()).matches("\\$\\{[A-Z_]+:\\?[^}]+}"));
    }

    @Test
    void plays_no_sandbox_unless_told_to() {
        assertThat(environment("command"))
                .containsEntry("NEXNUM_SUPPLY_SANDBOX_ENABLED", "${NEXNUM_SANDBOX:-false}")
                .containsEntry("NEXNUM_DEPOSITS_SANDBOX_ENABLED", "${NEXNUM_SANDBOX:-false}");
    }

    @Test
    void knows_when_each_service_is_well() {
        assertThat(List.of("postgres", "redis", "meilisearch"))
                .allSatisfy(name -> assertThat(services.get(name)).containsKey("healthcheck"));
        assertThat(List.of("command", "query"))
                .allSatisfy(side ->
                        assertThat(dockerfile(side))
                                .contains("HEALTHCHECK", "GET /api/health/ready", "USER 10001"));
        assertThat(services.get("query").get("depends_on"))
                .isEqualTo(
                        Map.of(
                                "postgres", Map.of("condition", "service_healthy"),
                                "command", Map.of("condition", "service_healthy")));
    }

    @Test
    void mounts_only_files_that_are_there_and_volumes_that_are_declared() {
        var document = document();
        var declared = ((Map<?, ?>) document.get("volumes")).keySet();
        var mounts =
                services.values().stream()
                        .flatMap(service -> list(service, "volumes"))
                        .map(mount -> mount.split(":", -1)[0]);
        assertThat(mounts)
                .isNotEmpty()
                .allSatisfy(source ->
                        assertThat(
                                        source.startsWith("./")
                                                ? Files.isRegularFile(ROOT.resolve(source))
                                                : declared.contains(source))
                                .as(source)
                                .isTrue());
    }

    @Test
    void opens_no_port_to_other_machines() {
        assertThat(services.values().stream().flatMap(service -> list(service, "ports")))
                .hasSize(2)
                .allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
    }

    /** Only where Docker's client knows compose; it needs no engine for this. */
    @Test
    void is_what_compose_itself_reads() throws Exception {
        assumeTrue(runs("version") == 0, "docker compose is not installed here");
        assertThat(runs("-f", FILE.toString(), "config", "--quiet")).isZero();
    }

    private static int runs(String... arguments) throws InterruptedException {
        var command = Stream.concat(Stream.of("docker", "compose"), Stream.of(arguments)).toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        List.of(
                        "NEXNUM_APP_PASSWORD",
                        "NEXNUM_OWNER_PASSWORD",
                        "NEXNUM_MASTER_KEYSET",
                        "POSTGRES_PASSWORD",
                        "MEILI_MASTER_KEY")
                .forEach(name -> builder.environment().put(name, "some-value-of-a-test"));
        try {
            var process = builder.start();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (IOException _) {
            return -1;
        }
    }

    private DatabaseProperties database(String service) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment
                .getPropertySources()
                .addFirst(
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                new HashMap<>(withoutPlaceholders(environment(service)))));
        return new Binder(ConfigurationPropertySources.from(environment.getPropertySources()))
                .bind("nexnum.database", DatabaseProperties.class)
                .get();
    }

    private static Map<String, String> withoutPlaceholders(Map<String, String> variables) {
        var plain = new HashMap<String, String>();
        variables.forEach((name, value) -> plain.put(name, value.startsWith("$") ? "set" : value));
        return plain;
    }

    private Stream<String> variables() {
        return Stream.of("command", "query")
                .flatMap(service -> environment(service).keySet().stream());
    }

    /** A variable without a value is handed on from outside; it is empty here. */
    private Map<String, String> environment(String service) {
        var texts = new HashMap<String, String>();
        if (services.getOrDefault(service, Map.of()).get("environment")
                instanceof Map<?, ?> given) {
            given.forEach((name, value) ->
                    texts.put(String.valueOf(name), value == null ? "" : String.valueOf(value)));
        }
        return texts;
    }

    private static Stream<String> list(Map<String, Object> service, String name) {
        return service.get(name) instanceof List<?> values
                ? values.stream().map(String::valueOf)
                : Stream.empty();
    }

    private static String text(Map<String, Object> service, String name) {
        return String.valueOf(service.get(name));
    }

    private static String dockerfile(String side) {
        return read(ROOT.resolve(side + "-side/Dockerfile"));
    }

    @SuppressWarnings("unchecked") // YAML's mappings have text keys here, or the tests fail.
    private static Map<String, Map<String, Object>> services() {
        return (Map<String, Map<String, Object>>) document().get("services");
    }

    private static Map<String, Object> document() {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(read(FILE));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
