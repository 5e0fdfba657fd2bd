package com.nexnum.kernel.language;

import java.lang.reflect.RecordComponent;
import java.util.function.BiConsumer;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One component of one sample event, to be left out of its JSON. */
record Part(Object sample, RecordComponent component) {

    String name() {
        return EventSerializer.nameOf(sample.getClass());
    }

    String revision() {
        return sample.getClass().getAnnotation(Revision.class).value();
    }

    boolean optional() {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** The sample's contract after a change to this part. */
    String json(BiConsumer<ObjectNode, String> change) {
        var contract = Contract.of(sample.getClass()).json();
        var json = (ObjectNode) JsonMapper.shared().readTree(contract);
        change.accept(json, component.getName());
        return json.toString();
    }

    @Nullable Object of(Object event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return name() + " " + component.getName();
    }
}
