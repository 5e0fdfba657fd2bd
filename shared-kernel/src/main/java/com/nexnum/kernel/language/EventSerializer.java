package com.nexnum.kernel.language;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.introspect.AnnotationIntrospectorPair;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.introspect.VisibilityChecker;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes every {@link Named} event under its durable name, as canonical JSON: properties in
 * alphabetical order, instants as ISO-8601, absent parts left out, no white space. Packages and
 * classes may move freely.
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
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .changeDefaultVisibility(EventSerializer::withoutQuestions)
                .changeDefaultPropertyInclusion(usual -> usual.withValueInclusion(Include.NON_NULL))
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .annotationIntrospector(
                        new AnnotationIntrospectorPair(
                                new RequiredUnlessNullable(), new JacksonAnnotationIntrospector()));
    }

    /** A question such as {@code isZero()} is no part of the event. */
    private static VisibilityChecker withoutQuestions(VisibilityChecker usual) {
        return usual.withIsGetterVisibility(Visibility.NONE);
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

    /** Whether a class that {@link #classForType} found says that nobody knows the name. */
    public static boolean isUnknown(Class<?> found) {
        return found.equals(UnknownSerializedType.class);
    }

    /** Why an event of this name is not read. */
    public static SerializationException unknown(String name) {
        return new SerializationException(
                "No event is called " + name + ": it is newer, or History forgot it");
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

    /**
     * @throws SerializationException when nothing is stored under this name today: an event that
     *     nobody knows must not pass for one that nobody handles
     */
    @Override
    @SuppressWarnings("rawtypes") // Axon's signature.
    public Class classForType(SerializedType type) {
        var named = classes.get(type.getName());
        return named == null ? super.classForType(type) : named;
    }

    /**
     * @throws SerializationException when the payload is not of today's revision, or lacks a part
     */
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // Axon's signature.
    public <S, T> T deserialize(SerializedObject<S> stored) {
        var type = stored.getType();
        if (isUnknown(classForType(type))) {
            throw unknown(type.getName());
        }
        var named = classes.get(type.getName());
        if (named != null && !typeForClass(named).equals(type)) {
            throw new SerializationException(
                    "Revision %s of %s is not today's: it is newer, or History forgot it"
                            .formatted(type.getRevision(), type.getName()));
        }
        return super.deserialize(stored);
    }
}
