package com.nexnum.kernel.language;

import java.util.function.UnaryOperator;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one revision of one event as the next; those of one event stand beside its vocabulary. */
public final class RevisionStep extends SingleEventUpcaster {

    private final SimpleSerializedType before;
    private final SimpleSerializedType after;
    private final UnaryOperator<ObjectNode> change;

    /**
     * @param before the stored name and revision that it reads
     * @param after the stored name and revision that comes of it
     * @param change the payload's new shape; may change the node that it is given
     */
    public RevisionStep(Stored before, Stored after, UnaryOperator<ObjectNode> change) {
        this.before = new SimpleSerializedType(before.name(), before.revision());
        this.after = new SimpleSerializedType(after.name(), after.revision());
        this.change = change;
    }

    /** What the store calls an event: {@code wallet.funds-held}, {@code 1}. */
    public record Stored(String name, String revision) {}

    String nameBefore() {
        return before.getName();
    }

    String nameAfter() {
        return after.getName();
    }

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(before);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(
                after, JsonNode.class, payload -> change.apply((ObjectNode) payload));
    }
}
