package com.nexnum.command.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.kernel.supply.ProviderSlug;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RoutePreferencesTest {

    private static final ProviderSlug ACME = new ProviderSlug("acme");

    @Test
    void are_read_from_among_the_other_properties_of_a_provider() {
        var given =
                Map.of(
                        "nexnum.supply.providers.acme.protocol", "5sim",
                        "nexnum.supply.providers.acme.priority", "1",
                        "nexnum.supply.providers.zeta.protocol", "5sim");
        var preferences =
                new Binder(new MapConfigurationPropertySource(given))
                        .bind("nexnum.supply", RoutePreferences.class)
                        .get();
        assertThat(preferences.of(ACME).rank()).isEqualTo(1);
        assertThat(preferences.of(ACME).percent()).isEqualTo(100);
        assertThat(preferences.of(new ProviderSlug("zeta")).rank()).isEqualTo(100);
    }

    @Test
    void a_provider_without_any_is_like_the_others() {
        var none = new RoutePreferences(Map.of());
        assertThat(none.of(ACME)).isEqualTo(Condition.USUAL);
        assertThat(none.of(ACME).rank())
                .isEqualTo(new RoutePreferences.Provider(100, 100).priority());
    }

    @Test
    void refuses_what_is_out_of_range_and_names_the_property() {
        assertThatThrownBy(() ->
                        new RoutePreferences(Map.of("acme", new RoutePreferences.Provider(0, 100))))
                .hasMessage("nexnum.supply.providers.acme.priority must be 1 to 10000");
        assertThatThrownBy(() ->
                        new RoutePreferences(
                                Map.of("acme", new RoutePreferences.Provider(1, 10_001))))
                .hasMessage("nexnum.supply.providers.acme.weight must be 1 to 10000");
    }
}
