package com.nexnum.kernel.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was once stored is read for ever. A new event gets its contract file by running this test
 * with {@code -Dnexnum.write-contracts=true}; a committed one is never rewritten.
 */
class EventContractTest {

    private final EventSerializer serializer = EventSerializer.create();
    private final StoredEvents store = new StoredEvents(History.chain());

    @Test
    void every_event_has_exactly_one_sample() {
        assertThat(EventSamples.all().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(
                        Language.events().<Class<?>>map(type -> type).toList());
    }

    @Test
    void every_event_has_a_durable_name_of_its_own_and_a_revision() {
        assertThat(Language.events())
                .allSatisfy(event -> {
                    assertThat(event).isRecord().hasAnnotations(Named.class, Revision.class);
                    assertThat(EventSerializer.nameOf(event)).matches("[a-z]+\\.[a-z]+(-[a-z]+)*");
                    assertThat(event.getAnnotation(Revision.class).value()).matches("[1-9][0-9]*");
                });
        assertThat(Language.events().map(EventSerializer::nameOf)).doesNotHaveDuplicates();
    }

    @Test
    void every_name_begins_with_the_capability_that_owns_the_vocabulary() {
        assertThat(Language.events())
                .allSatisfy(event ->
                        assertThat(event.getPackageName())
                                .endsWith("." + Contract.of(event).capability()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void todays_shape_is_the_committed_contract_byte_for_byte(Object sample) {
        var contract = Contract.of(sample.getClass());
        var written = json(sample);
        if (!contract.exists() && Boolean.getBoolean("nexnum.write-contracts")) {
            contract.write(written);
        }
        assertThat(contract.exists())
                .as("%s has no contract; run with -Dnexnum.write-contracts=true", contract)
                .isTrue();
        assertThat(written).as(howToChange(contract)).isEqualTo(contract.json());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_contract_reads_as_the_event(Object sample) {
        assertThat(store.read(Contract.of(sample.getClass()))).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void every_contract_ever_committed_reads_as_an_event_of_today(Contract contract) {
        assertThat(Language.events().<Class<?>>map(type -> type))
                .contains(store.read(contract).getClass());
    }

    @ParameterizedTest
    @MethodSource("optionalParts")
    void an_optional_part_that_is_absent_reads_as_null(Part part) {
        var read = store.read(part.name(), part.revision(), part.json(ObjectNode::remove));
        assertThat(part.of(read)).isNull();
        var nulled = store.read(part.name(), part.revision(), part.json(ObjectNode::putNull));
        assertThat(nulled).isEqualTo(read);
    }

    @ParameterizedTest
    @MethodSource("requiredParts")
    void a_required_part_that_is_absent_or_null_is_a_corrupt_past(Part part) {
        for (var absent : List.of(part.json(ObjectNode::remove), part.json(ObjectNode::putNull))) {
            assertThatThrownBy(() -> store.read(part.name(), part.revision(), absent))
                    .isInstanceOf(SerializationException.class);
        }
    }

    @Test
    void a_committed_contract_is_never_written_again() {
        var committed = Contract.committed().getFirst();
        assertThatThrownBy(() -> committed.write("{}"))
                .hasCauseInstanceOf(FileAlreadyExistsException.class);
    }

    private static List<Part> parts() {
        return EventSamples.all()
                .flatMap(sample ->
                        Arrays.stream(sample.getClass().getRecordComponents())
                                .map(component -> new Part(sample, component)))
                .toList();
    }

    static Stream<Part> optionalParts() {
        return parts().stream().filter(Part::optional);
    }

    static Stream<Part> requiredParts() {
        return parts().stream().filter(part -> !part.optional());
    }

    static Stream<Object> samples() {
        return EventSamples.all();
    }

    static Stream<Contract> contracts() {
        return Contract.committed().stream();
    }

    private String json(Object event) {
        return serializer.serialize(event, String.class).getData();
    }

    private static String howToChange(Contract contract) {
        return """
        The stored shape of %s changed, and events of that shape exist for ever.
        Undo it; or give the record the next @Revision, add a RevisionStep to History that reads
        revision %s as the next, leave %s.json as it is, and run this test with
        -Dnexnum.write-contracts=true to write the new contract beside it.\
        """
                .formatted(contract.storedName(), contract.revision(), contract);
    }
}
