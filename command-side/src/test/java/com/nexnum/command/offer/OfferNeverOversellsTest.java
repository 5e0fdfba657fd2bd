package com.nexnum.command.offer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.decision.Decision.Accepted;
import com.nexnum.command.offer.OfferCommand.ConfirmReservation;
import com.nexnum.command.offer.OfferCommand.ExpireReservation;
import com.nexnum.command.offer.OfferCommand.ReleaseReservation;
import com.nexnum.kernel.offer.OfferEvent;
import com.nexnum.kernel.offer.OfferEvent.OfferReserved;
import com.nexnum.kernel.offer.OfferEvent.ReservationConfirmed;
import com.nexnum.kernel.offer.ReservationId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** However many ask, in whatever order and how often, no number is sold twice. */
class OfferNeverOversellsTest extends OfferStory {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static LongStream seeds() {
        return LongStream.range(0, 2_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_is_asked_no_list_is_oversold(long seed) {
        var random = new SplittableRandom(seed);
        var state = OfferState.UNLISTED;
        var past = new ArrayList<OfferEvent>();
        var asked = new ArrayList<OfferCommand>();
        int[] stocks = random.ints(6, 0, 5).toArray();
        for (int step = 0; step < 60; step++) {
            boolean again = !asked.isEmpty() && random.nextInt(4) == 0;
            var command =
                    again
                            ? asked.get(random.nextInt(asked.size()))
                            : anyCommand(random, stocks, step / 12);
            asked.add(command);
            if (OfferDecider.decide(command, state) instanceof Accepted(var events)) {
                for (var event : events) {
                    state = OfferState.evolve(state, event);
                    past.add(event);
                }
                assertThat(OfferDecider.decide(command, state))
                        .isEqualTo(new Accepted<OfferEvent, OfferRejection>(List.of()));
            }
        }
        isNeverOversold(past, stocks);
        assertThat(past.stream().reduce(OfferState.UNLISTED, OfferState::evolve, (_, b) -> b))
                .isEqualTo(state);
        assertThat(JSON.readValue(JSON.writeValueAsString(state), OfferState.class))
                .isEqualTo(state);
    }

    /** Counts anew from the events alone. */
    private static void isNeverOversold(List<OfferEvent> past, int[] stocks) {
        Set<ReservationId> pending = new HashSet<>();
        Set<ReservationId> settled = new HashSet<>();
        long revision = -1;
        int sold = 0;
        for (var event : past) {
            if (event instanceof OfferReserved reserved) {
                sold = reserved.listingRevision() == revision ? sold : 0;
                assertThat(reserved.listingRevision()).isGreaterThanOrEqualTo(revision);
                revision = reserved.listingRevision();
                assertThat(pending.add(event.reservationId())).isTrue();
                assertThat(pending.size() + sold).isLessThanOrEqualTo(stocks[(int) revision]);
            } else {
                assertThat(pending.remove(event.reservationId())).isTrue();
                assertThat(settled.add(event.reservationId())).isTrue();
                sold += event instanceof ReservationConfirmed ? 1 : 0;
            }
        }
    }

    private static OfferCommand anyCommand(SplittableRandom random, int[] stocks, int newest) {
        int buyer = random.nextInt(20);
        int revision = random.nextInt(newest + 1);
        return switch (random.nextInt(8)) {
            case 0, 1, 2, 3 -> reserve(buyer, revision, stocks[revision]);
            case 4, 5 -> new ConfirmReservation(OFFER, reservation(buyer));
            case 6 -> new ReleaseReservation(OFFER, reservation(buyer), "NO_NUMBERS");
            default ->
                    new ExpireReservation(
                            OFFER,
                            reservation(buyer),
                            random.nextBoolean() ? EXPIRY : EXPIRY.minusSeconds(1));
        };
    }
}
