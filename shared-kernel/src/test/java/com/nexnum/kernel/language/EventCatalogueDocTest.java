package com.nexnum.kernel.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventCatalogueDocTest {

    private static final Path PAGE = Path.of("..", "docs", "events.md");

    @Test
    void the_page_of_events_says_what_the_classes_say() throws IOException {
        var page = EventCatalogue.page();
        if (Boolean.getBoolean("nexnum.write-docs")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("docs/events.md is stale; run this test with -Dnexnum.write-docs=true")
                .hasContent(page);
    }

    @Test
    void the_page_names_every_event_and_every_contract() {
        assertThat(Language.events().map(EventSerializer::nameOf))
                .allSatisfy(name -> assertThat(EventCatalogue.page()).contains("`" + name + "`"));
    }
}
