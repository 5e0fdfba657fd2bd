package com.nexnum.kernel.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueLoadingTest {

    private static final String HEADER = "code,name,smsActivate,fiveSim,aliases";

    @Test
    void reads_a_row_with_its_aliases() {
        assertThat(services("google,Google,go,google,gmail|youtube"))
                .containsExactly(
                        new Service(
                                new ServiceCode("google"),
                                "Google",
                                "go",
                                "google",
                                List.of("gmail", "youtube")));
    }

    @Test
    void refuses_one_alias_for_two_entries() {
        var services = services("google,Google,go,google,mail", "yahoo,Yahoo,mb,yahoo,MAIL");
        assertThatThrownBy(() -> NameIndex.of("service", services, Services::names))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("MAIL means both");
    }

    @Test
    void refuses_one_protocol_code_for_two_entries() {
        var services = services("google,Google,go,google,", "yahoo,Yahoo,go,yahoo,");
        assertThatThrownBy(() ->
                        NameIndex.of(
                                "SMS-Activate service",
                                services,
                                service -> Stream.of(service.smsActivate())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refuses_a_name_without_a_letter_or_digit() {
        var services = services("google,Google,go,google,-");
        assertThatThrownBy(() -> NameIndex.of("service", services, Services::names))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refuses_a_row_that_lacks_a_column() {
        assertThatThrownBy(() -> services("google,Google,go"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("google,Google,go");
    }

    @Test
    void refuses_a_row_with_an_empty_name() {
        assertThatThrownBy(() -> services("google,,go,google,"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refuses_a_code_of_another_shape() {
        assertThatThrownBy(() -> services("Google!,Google,go,google,"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_an_empty_file_and_an_absent_one() {
        assertThatThrownBy(() -> CatalogueFile.parse(Stream.of()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> CatalogueFile.read("/catalogue/planets.csv"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("planets");
    }

    private static List<Service> services(String... rows) {
        return CatalogueFile.parse(Stream.concat(Stream.of(HEADER), Stream.of(rows))).stream()
                .map(Service::of)
                .toList();
    }
}
