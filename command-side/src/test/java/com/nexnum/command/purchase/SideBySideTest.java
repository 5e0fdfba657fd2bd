package com.nexnum.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.offer.OfferCommand.ReserveOffer;
import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import com.nexnum.kernel.activation.ActivationId;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.purchase.OrderId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.modelling.saga.AnnotatedSagaManager;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.repository.AnnotatedSagaRepository;
import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;
import org.junit.jupiter.api.Test;

/** Axon's own saga manager and batches; only the commands' other end is the test's. */
class SideBySideTest extends PurchaseStory {

    private final InMemorySagaStore store = new InMemorySagaStore();
    private final Set<OrderId> broken = ConcurrentHashMap.newKeySet();
    private final Set<OrderId> reserved = ConcurrentHashMap.newKeySet();
    private final SideBySide sideBySide = new SideBySide();
    private CyclicBarrier meeting = new CyclicBarrier(1);
    private final AnnotatedSagaManager<PurchaseSaga> sagas = sagas();

    @Test
    void purchases_of_a_batch_go_on_at_the_same_time() {
        meeting = new CyclicBarrier(3);
        assertThat(batch("act_00000a", "act_00000b", "act_00000c").isExceptional()).isFalse();
        assertThat(stored("act_00000a", "act_00000b", "act_00000c")).containsOnly(1);
    }

    @Test
    void nothing_of_a_batch_is_stored_when_one_of_it_fails_and_all_have_ended_by_then() {
        broken.add(order("act_00000a"));
        assertThat(batch("act_00000a", "act_00000b").isExceptional()).isTrue();
        assertThat(reserved).contains(order("act_00000b"));
        assertThat(stored("act_00000a", "act_00000b")).containsOnly(0);
    }

    @Test
    void an_event_that_failed_in_a_batch_fails_by_itself_the_next_time() {
        broken.add(order("act_00000b"));
        var events = events("act_00000a", "act_00000b", "act_00000c");
        assertThat(batch(events).isExceptional()).isTrue();
        reserved.clear();
        assertThat(batch(events).isExceptional()).isTrue();
        assertThat(reserved).doesNotContain(order("act_00000c"));
    }

    @Test
    void the_next_event_of_a_purchase_in_the_same_batch_finds_it_arrived() {
        var sold = GenericEventMessage.<Object>asEventMessage(soldBy("a", 1, "0.15", "0.10"));
        var events = Stream.concat(events(ID.value()).stream(), Stream.of(sold)).toList();
        assertThat(batch(events).isExceptional()).isFalse();
        assertThat(stored(ID.value())).containsOnly(1);
    }

    private ResultMessage<?> batch(String... ids) {
        return batch(events(ids));
    }

    private ResultMessage<?> batch(List<EventMessage<?>> events) {
        var unit = new BatchingUnitOfWork<EventMessage<?>>(events);
        return unit.executeWithResult(() ->
                new DefaultInterceptorChain<EventMessage<?>>(
                                unit,
                                List.of(sideBySide),
                                event -> {
                                    sagas.handle(event, Segment.ROOT_SEGMENT);
                                    return null;
                                })
                        .proceed());
    }

    private static List<EventMessage<?>> events(String... ids) {
        return Stream.of(ids)
                .<EventMessage<?>>map(id -> GenericEventMessage.asEventMessage(request(id)))
                .toList();
    }

    private static ActivationRequested request(String id) {
        return new ActivationRequested(
                new ActivationId(id),
                CUSTOMER,
                WHATSAPP,
                US,
                Money.usd("1.00"),
                null,
                List.of(candidate("a", "0.15", "0.10")),
                null);
    }

    private static OrderId order(String id) {
        return OrderId.of(new ActivationId(id));
    }

    private List<Integer> stored(String... ids) {
        return Stream.of(ids)
                .map(id -> new AssociationValue("activationId", id))
                .map(key -> store.findSagas(PurchaseSaga.class, key).size())
                .toList();
    }

    private AnnotatedSagaManager<PurchaseSaga> sagas() {
        var parameters =
                MultiParameterResolverFactory.ordered(
                        ClasspathParameterResolverFactory.forClass(PurchaseSaga.class),
                        new SimpleResourceParameterResolverFactory(
                                List.of(
                                        DefaultCommandGateway.builder()
                                                .commandBus(new Counterpart())
                                                .build())));
        return AnnotatedSagaManager.<PurchaseSaga>builder()
                .sagaType(PurchaseSaga.class)
                .sagaFactory(PurchaseSaga::new)
                .parameterResolverFactory(parameters)
                .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                .sagaRepository(
                        AnnotatedSagaRepository.<PurchaseSaga>builder()
                                .sagaType(PurchaseSaga.class)
                                .parameterResolverFactory(parameters)
                                .sagaStore(store)
                                .build())
                .build();
    }

    /** Every command takes effect, but for the reservations of broken orders; these meet first. */
    private final class Counterpart extends SimpleCommandBus {

        Counterpart() {
            super(SimpleCommandBus.builder());
        }

        @Override
        public <C, R> void dispatch(
                CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
            CommandResultMessage<R> done = GenericCommandResultMessage.asCommandResultMessage("");
            try {
                take(command);
                callback.onResult(command, done);
            } catch (IllegalStateException e) {
                callback.onResult(
                        command, GenericCommandResultMessage.<R>asCommandResultMessage(e));
            }
        }

        private void take(CommandMessage<?> command) {
            if (!(command.getPayload() instanceof ReserveOffer reserve)) {
                return;
            }
            try {
                meeting.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException("They went one by one", e);
            }
            if (broken.contains(reserve.orderId())) {
                throw new IllegalStateException("broken");
            }
            reserved.add(reserve.orderId());
        }
    }
}
