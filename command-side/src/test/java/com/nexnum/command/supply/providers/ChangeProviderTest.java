package com.nexnum.command.supply.providers;

import static com.nexnum.command.supply.providers.Documents.ACME;
import static com.nexnum.command.supply.providers.ProviderProcess.ADMIN;
import static com.nexnum.command.supply.providers.ProviderProcess.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.command.decision.Decision;
import com.nexnum.command.supply.providers.ProviderCommand.Configure;
import com.nexnum.command.supply.providers.ProviderCommand.Pause;
import com.nexnum.command.supply.providers.ProviderCommand.ReplaceSecrets;
import com.nexnum.command.supply.providers.ProviderCommand.Restore;
import com.nexnum.command.supply.providers.ProviderCommand.Resume;
import com.nexnum.command.supply.providers.ProviderRejection.ChangedMeanwhile;
import com.nexnum.command.supply.providers.ProviderRejection.ProviderUnknown;
import com.nexnum.command.supply.providers.ProviderRejection.StandsInProperties;
import com.nexnum.command.supply.providers.ProviderRejection.VersionNotNamed;
import com.nexnum.command.supply.providers.ProviderRejection.VersionUnknown;
import com.nexnum.kernel.supply.SupplyEvent;
import com.nexnum.kernel.supply.SupplyEvent.Change;
import com.nexnum.kernel.supply.SupplyEvent.Op;
import com.nexnum.kernel.supply.SupplyEvent.ProviderConfigured;
import com.nexnum.kernel.supply.SupplyEvent.ProviderPaused;
import com.nexnum.kernel.supply.SupplyEvent.ProviderRegistered;
import com.nexnum.kernel.supply.SupplyEvent.ProviderResumed;
import com.nexnum.kernel.supply.SupplyEvent.ProviderSecretsReplaced;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeProviderTest {

    private static final List<Change> CHANGES =
            List.of(new Change(Op.REPLACE, "/policy/weight", "3"));
    private static final ProviderPaused PAUSED = new ProviderPaused(ACME, "why", ADMIN, NOON);
    private static final ProviderState SECOND = new ProviderState(2, false, null);
    private static final ProviderState IN_PROPERTIES = new ProviderState(0, true, null);

    @Test
    void the_first_configuration_registers_the_provider() {
        accepts(
                configure(CHANGES, null),
                ProviderState.NONE,
                new ProviderRegistered(ACME, ADMIN, NOON),
                new ProviderConfigured(ACME, 1, ADMIN, NOON, CHANGES, null));
        refuses(configure(CHANGES, 3), ProviderState.NONE, new ChangedMeanwhile(ACME, 3, 0));
    }

    @Test
    void a_change_names_the_version_that_it_changes() {
        accepts(
                configure(CHANGES, 2),
                SECOND,
                new ProviderConfigured(ACME, 3, ADMIN, NOON, CHANGES, null));
        accepts(configure(List.of(), 2), SECOND);
        refuses(configure(CHANGES, null), SECOND, new VersionNotNamed(ACME, 2));
        refuses(configure(CHANGES, 1), SECOND, new ChangedMeanwhile(ACME, 1, 2));
        refuses(configure(CHANGES, null), IN_PROPERTIES, new StandsInProperties(ACME));
    }

    @Test
    void a_version_that_was_can_be_restored() {
        accepts(
                new Restore(ACME, 1, CHANGES, null, ADMIN, NOON),
                SECOND,
                new ProviderConfigured(ACME, 3, ADMIN, NOON, CHANGES, 1));
        refuses(
                new Restore(ACME, 3, List.of(), null, ADMIN, NOON),
                SECOND,
                new VersionUnknown(ACME, 3));
        refuses(
                new Restore(ACME, 1, List.of(), null, ADMIN, NOON),
                ProviderState.NONE,
                new ProviderUnknown(ACME));
    }

    @Test
    void secrets_are_told_by_their_names() {
        var names = List.of("apiKey");
        accepts(
                new ReplaceSecrets(ACME, names, ADMIN, NOON),
                SECOND,
                new ProviderSecretsReplaced(ACME, names, ADMIN, NOON));
        refuses(
                new ReplaceSecrets(ACME, names, ADMIN, NOON),
                ProviderState.NONE,
                new ProviderUnknown(ACME));
    }

    @Test
    void a_pause_is_made_once_and_ended_once() {
        var paused = new ProviderState(2, false, PAUSED);
        accepts(new Pause(ACME, "why", ADMIN, NOON), SECOND, PAUSED);
        accepts(new Pause(ACME, "why", ADMIN, NOON), IN_PROPERTIES, PAUSED);
        accepts(new Pause(ACME, "another", ADMIN, NOON), paused);
        accepts(
                new Resume(ACME, "fine", ADMIN, NOON),
                paused,
                new ProviderResumed(ACME, "fine", ADMIN, NOON));
        accepts(new Resume(ACME, "fine", ADMIN, NOON), SECOND);
        refuses(new Pause(ACME, "why", ADMIN, NOON), ProviderState.NONE, new ProviderUnknown(ACME));
    }

    @Test
    void a_past_that_cannot_have_been_is_an_error() {
        assertThatThrownBy(() -> ProviderState.evolve(new ProviderState(2, false, PAUSED), PAUSED))
                .isInstanceOf(IllegalStateException.class);
        var gap = new ProviderConfigured(ACME, 4, ADMIN, NOON, CHANGES, null);
        assertThatThrownBy(() -> ProviderState.evolve(SECOND, gap))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Configure configure(List<Change> changes, @Nullable Integer seen) {
        return new Configure(ACME, changes, seen, ADMIN, NOON);
    }

    private static void accepts(
            ProviderCommand command, ProviderState state, SupplyEvent... events) {
        assertThat(ProviderDecider.decide(command, state))
                .isEqualTo(Decision.accept(List.of(events)));
    }

    private static void refuses(
            ProviderCommand command, ProviderState state, ProviderRejection reason) {
        assertThat(ProviderDecider.decide(command, state)).isEqualTo(Decision.reject(reason));
    }
}
