package com.nexnum.command.packaging;

import com.nexnum.platform.roles.OnRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.util.ClassUtils;

/**
 * Every property that the code of both sides reads, with its default as written there; empty when
 * there is none. What {@link OnRole} and the first accounts ask of the {@link Environment} by name
 * is listed by hand.
 */
final class KnownSettings {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(nexnum\\.[^:}]+):?([^}]*)}");
    private static final Pattern TESTS = Pattern.compile("/test-classes/|-tests\\.jar");
    private static final String ANY_PROVIDER = "<slug>";

    private final Map<String, String> defaults = new TreeMap<>();

    static Map<String, String> withDefaults() {
        var known = new KnownSettings();
        known.defaults.put("nexnum.roles", "command,query");
        known.defaults.put("nexnum.identity.demo-accounts", "");
        known.defaults.put("nexnum.identity.admin-email", "");
        known.defaults.put("nexnum.identity.admin-password", "");
        classes().forEach(known::read);
        return known.defaults;
    }

    private static Stream<Class<?>> classes() {
        var resources = new PathMatchingResourcePatternResolver();
        var metadata = new SimpleMetadataReaderFactory();
        try {
            return Arrays.stream(resources.getResources("classpath*:com/nexnum/**/*.class"))
                    .filter(resource -> !TESTS.matcher(resource.getDescription()).find())
                    .map(resource -> nameOf(resource, metadata))
                    .filter(name -> !name.endsWith("-info"))
                    .map(name -> ClassUtils.resolveClassName(name, resources.getClassLoader()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(Resource resource, SimpleMetadataReaderFactory metadata) {
        try {
            return metadata.getMetadataReader(resource).getClassMetadata().getClassName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Class<?> type) {
        var properties = type.getAnnotation(ConfigurationProperties.class);
        if (properties != null) {
            components(properties.value() + ".", type);
        }
        Stream.<AnnotatedElement>concat(Stream.of(type), Arrays.stream(type.getDeclaredMethods()))
                .forEach(this::conditions);
        Stream.<Executable>concat(
                        Arrays.stream(type.getDeclaredConstructors()),
                        Arrays.stream(type.getDeclaredMethods()))
                .flatMap(executable -> Arrays.stream(executable.getParameters()))
                .map(parameter -> parameter.getAnnotation(Value.class))
                .filter(value -> value != null)
                .forEach(this::placeholder);
    }

    private void placeholder(Value value) {
        var found = PLACEHOLDER.matcher(value.value());
        while (found.find()) {
            defaults.put(found.group(1), found.group(2));
        }
    }

    private void conditions(AnnotatedElement element) {
        var annotations = MergedAnnotations.from(element);
        Stream.of(ConditionalOnProperty.class, ConditionalOnBooleanProperty.class)
                .flatMap(annotations::stream)
                .flatMap(on ->
                        Arrays.stream(names(on.getStringArray("name"), on.getStringArray("value"))))
                .filter(name -> name.startsWith("nexnum."))
                .forEach(name -> defaults.putIfAbsent(name, ""));
    }

    private static String[] names(String[] name, String[] value) {
        return name.length > 0 ? name : value;
    }

    private void components(String prefix, Class<?> type) {
        var components = type.getRecordComponents();
        var parameters = canonical(type, components).getParameters();
        for (int i = 0; i < components.length; i++) {
            var name = prefix + kebab(components[i].getName());
            var plain = parameters[i].getAnnotation(DefaultValue.class);
            if (components[i].getType().isRecord()) {
                components(name + ".", components[i].getType());
            } else if (Map.class.isAssignableFrom(components[i].getType())) {
                components(
                        name + "." + ANY_PROVIDER + ".",
                        Arrays.stream(type.getDeclaredClasses())
                                .filter(nested -> nested.getSimpleName().equals("Provider"))
                                .findFirst()
                                .orElseThrow());
            } else {
                defaults.put(name, plain == null ? "" : String.join(",", plain.value()));
            }
        }
    }

    private static Constructor<?> canonical(Class<?> type, RecordComponent[] components) {
        try {
            return type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** Whether an environment variable sets one of the properties, by Spring Boot's own rules. */
    static boolean isSetBy(String variable, Collection<String> properties) {
        return properties.stream()
                .filter(name -> !name.contains(ANY_PROVIDER))
                .map(ConfigurationPropertyName::of)
                .map(name -> name.toString().toUpperCase(Locale.ROOT).replace('.', '_'))
                .anyMatch(name ->
                        name.replace('-', '_').equals(variable)
                                || name.replace("-", "").equals(variable));
    }

    private KnownSettings() {}
}
