package com.nexnum.kernel.language;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes every {@link Named} event under its durable name, as canonical JSON: properties in
 * alphabetical order, instants as ISO-8601, no white space. Packages and classes may move freely.
 */
public final class EventSerializer extends Jackson3Serializer {

    private final Map<String, Class<?>> classes;

    public static EventSerializer create() {
        return new EventSerializer(
                Jackson3Serializer.builder()
                        .revisionResolver(new AnnotationRevisionResolver())
                        .jsonMapperBuilderCustomizer(EventSerializer::canonical));
    }

    private static void canonical(JsonMapper.Builder builder) {
        builder.enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    private EventSerializer(Builder builder) {
        super(builder);
        classes =
                Language.events()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        EventSerializer::nameOf, Function.identity()));
    }

    /** The durable name of an event class. */
    public static String nameOf(Class<?> event) {
        return event.getAnnotation(Named.class).value();
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's signature.
    public SerializedType typeForClass(Class type) {
        var usual = super.typeForClass(type);
        Class<?> event = type;
        return event.isAnnotationPresent(Named.class)
                ? new SimpleSerializedType(nameOf(event), usual.getRevision())
                : usual;
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's signature.
    public Class classForType(SerializedType type) {
        var named = classes.get(type.getName());
        return named == null ? super.classForType(type) : named;
    }
}
