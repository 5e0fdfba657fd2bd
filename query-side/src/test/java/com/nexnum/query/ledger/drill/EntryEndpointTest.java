package com.nexnum.query.ledger.drill;

import static com.nexnum.query.history.Door.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.platform.security.Role;
import com.nexnum.query.history.Door;
import com.nexnum.query.ledger.LedgerBooks;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class EntryEndpointTest {

    private static final String ENTRIES = "/api/v1/audit/entries/";

    private final LedgerBooks books = new LedgerBooks(1).deliverAll();
    private final MockMvcTester door =
            Door.of(
                    new EntryEndpoint(new EntryDetails(books.models.sql, books.entries())),
                    ANNA,
                    Role.AUDITOR);

    @Test
    void a_number_and_an_id_lead_to_the_same_entry_and_its_stored_event() {
        for (var number : books.numbers()) {
            var stored =
                    books.models
                            .sql
                            .sql(
                                    "select event_identifier, payload from domain_event_entry where global_index = ?")
                            .param(number)
                            .query()
                            .singleRow();
            var id = String.valueOf(stored.get("event_identifier"));
            for (var asked : new String[] {id, number.toString()}) {
                assertThat(door.get().uri(ENTRIES + asked))
                        .hasStatusOk()
                        .bodyJson()
                        .satisfies(body -> {
                            assertThat(body).extractingPath("$.entry.id").isEqualTo(id);
                            assertThat(body)
                                    .extractingPath("$.event.payload")
                                    .isEqualTo(stored.get("payload"));
                        });
            }
        }
    }

    @Test
    void what_the_provider_took_stands_beside_what_was_posted() {
        var purchase =
                books.models
                        .sql
                        .sql("select max(position) from ledger_entry where type = 'PURCHASE'")
                        .query(Long.class)
                        .single();
        assertThat(door.get().uri(ENTRIES + purchase))
                .bodyJson()
                .satisfies(body -> {
                    assertThat(body).extractingPath("$.purchase.provider").isEqualTo("sandbox");
                    assertThat(body).extractingPath("$.purchase.cost.currency").isEqualTo("USD");
                    assertThat(body).extractingPath("$.requestId").isNull();
                });
    }

    @Test
    void refuses_an_entry_that_is_not_there() {
        for (var unknown : new String[] {"nothing", "0", "999999999"}) {
            assertThat(door.get().uri(ENTRIES + unknown))
                    .hasStatus(404)
                    .bodyJson()
                    .extractingPath("$.code")
                    .isEqualTo("ENTRY_NOT_FOUND");
        }
    }
}
