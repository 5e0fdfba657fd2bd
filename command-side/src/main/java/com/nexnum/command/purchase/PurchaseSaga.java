package com.nexnum.command.purchase;

import com.nexnum.kernel.activation.ActivationEvent.ActivationCancelled;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCompleted;
import com.nexnum.kernel.activation.ActivationEvent.ActivationExpired;
import com.nexnum.kernel.activation.ActivationEvent.ActivationRequested;
import com.nexnum.kernel.purchase.OrderId;
import com.nexnum.kernel.purchase.PurchaseEvent.OrderFulfilled;
import com.nexnum.kernel.purchase.PurchaseEvent.SupplyRefused;
import java.time.Instant;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.Scope;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Performs the steps of {@link PurchaseProcess}, and decides nothing. */
@Saga
@ProcessingGroup("purchase")
public class PurchaseSaga {

    private static final Logger LOG = LoggerFactory.getLogger(PurchaseSaga.class);

    private @Nullable PurchaseProcess process;
    private transient @Nullable PurchaseWay way;

    @StartSaga
    @SagaEventHandler(associationProperty = "activationId")
    void on(ActivationRequested event, @Timestamp Instant at, CommandGateway commands) {
        SagaLifecycle.associateWith("orderId", OrderId.of(event.activationId()).value());
        process = PurchaseProcess.start(event, at);
        proceed(UnaryOperator.identity(), commands);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(SupplyRefused event, CommandGateway commands) {
        proceed(process -> process.after(event), commands);
    }

    @SagaEventHandler(associationProperty = "orderId")
    void on(OrderFulfilled event, CommandGateway commands) {
        proceed(process -> process.after(event), commands);
    }

    @SagaEventHandler(associationProperty = "activationId")
    void on(ActivationCancelled event, CommandGateway commands) {
        proceed(process -> process.afterEndWithoutSms("CANCELLED"), commands);
    }

    @SagaEventHandler(associationProperty = "activationId")
    void on(ActivationExpired event, CommandGateway commands) {
        proceed(
                process ->
                        event.smsReceived()
                                ? process.afterEndWithSms()
                                : process.afterEndWithoutSms("EXPIRED"),
                commands);
    }

    @SagaEventHandler(associationProperty = "activationId")
    void on(ActivationCompleted event, CommandGateway commands) {
        proceed(PurchaseProcess::afterEndWithSms, commands);
    }

    /** Where the purchase gets to is known when its batch ends, or at its next event. */
    private void proceed(UnaryOperator<PurchaseProcess> event, CommandGateway commands) {
        arrive();
        way = PurchaseWay.of(event.apply(Objects.requireNonNull(process)), commands);
        if (!SideBySide.awaits(Scope.getCurrentScope())) {
            arrive();
        }
    }

    /** Waits until the purchase has got as far as it can without another event. */
    void arrive() {
        if (way == null) {
            return;
        }
        var arrived = way.end();
        way = null;
        if (arrived.stage() instanceof Stage.Stuck(var at, var why)) {
            LOG.error("{} is stuck at {}: {}", arrived.request().activationId(), at, why);
        }
        process = arrived;
        if (arrived.step() instanceof Step.End) {
            SagaLifecycle.end();
        }
    }
}
