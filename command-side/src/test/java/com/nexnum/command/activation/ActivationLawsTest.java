package com.nexnum.command.activation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.activation.ActivationCommand.CompleteActivation;
import com.nexnum.command.activation.ActivationCommand.ConfirmCancellation;
import com.nexnum.command.activation.ActivationCommand.ExpireActivation;
import com.nexnum.command.activation.ActivationCommand.FailActivation;
import com.nexnum.command.activation.ActivationCommand.RefuseCancellation;
import com.nexnum.command.activation.ActivationCommand.RefuseNextSms;
import com.nexnum.command.activation.ActivationCommand.RequestCancellation;
import com.nexnum.command.activation.ActivationCommand.RequestNextSms;
import com.nexnum.kernel.activation.ActivationEvent;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCancelled;
import com.nexnum.kernel.activation.ActivationEvent.ActivationCompleted;
import com.nexnum.kernel.activation.ActivationEvent.ActivationExpired;
import com.nexnum.kernel.activation.ActivationEvent.ActivationFailed;
import com.nexnum.kernel.activation.ActivationEvent.NextSmsRequested;
import com.nexnum.kernel.activation.ActivationEvent.SmsReceived;
import com.nexnum.kernel.activation.SmsId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is asked, in whatever order and how often. */
class ActivationLawsTest extends ActivationStory {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static LongStream seeds() {
        return LongStream.range(0, 2_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void an_activation_ends_once_and_charges_what_it_delivered(long seed) {
        var random = new SplittableRandom(seed);
        var activation = Activations.folded();
        activation.carryOut(request());
        if (random.nextInt(8) > 0) {
            activation.carryOut(assign());
        }
        for (int step = 0; step < 40; step++) {
            for (var command : everyCommand(random)) {
                ActivationDecider.decide(command, activation.state());
            }
            var commands = everyCommand(random);
            activation.carryOut(commands.get(random.nextInt(commands.size())));
        }
        holds(activation.past());
        var state = activation.state();
        assertThat(JSON.readValue(JSON.writeValueAsString(state), ActivationState.class))
                .isEqualTo(state);
    }

    private static void holds(List<ActivationEvent> past) {
        assertThat(past.stream().filter(ActivationLawsTest::isEnd).count()).isLessThan(2);
        assertThat(past.stream().limit(past.size() - 1)).noneMatch(ActivationLawsTest::isEnd);
        var sms = new ArrayList<SmsId>();
        int rounds = 0;
        for (var event : past) {
            switch (event) {
                case SmsReceived received -> sms.add(received.smsId());
                case NextSmsRequested next -> assertThat(next.round()).isEqualTo(++rounds);
                case ActivationCancelled _ -> assertThat(sms).isEmpty();
                case ActivationCompleted _ -> assertThat(sms).isNotEmpty();
                case ActivationExpired expired ->
                        assertThat(expired.smsReceived()).isEqualTo(!sms.isEmpty());
                default -> {}
            }
        }
        assertThat(sms).doesNotHaveDuplicates();
    }

    private static boolean isEnd(ActivationEvent event) {
        return event instanceof ActivationCompleted
                || event instanceof ActivationCancelled
                || event instanceof ActivationExpired
                || event instanceof ActivationFailed;
    }

    private static List<ActivationCommand> everyCommand(SplittableRandom random) {
        var moments = List.of(NOON, CANCELLABLE, EXPIRY.minusSeconds(1), EXPIRY);
        Instant now = moments.get(random.nextInt(10) == 0 ? 3 : random.nextInt(3));
        return List.of(
                request(),
                assign(),
                new FailActivation(ID, "NO_NUMBERS"),
                receive(random.nextInt(6)),
                new RequestNextSms(ID, now),
                new RefuseNextSms(ID, 1 + random.nextInt(3), "X"),
                new RequestCancellation(ID, now),
                new ConfirmCancellation(ID),
                new RefuseCancellation(ID, "CANCEL_TOO_EARLY"),
                new CompleteActivation(ID),
                new ExpireActivation(ID, now));
    }
}
