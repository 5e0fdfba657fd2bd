package com.nexnum.command.supply.providers;

import static com.nexnum.command.supply.providers.Documents.ACME;
import static com.nexnum.command.supply.providers.Documents.json;
import static com.nexnum.command.supply.providers.Documents.mistakesIn;
import static com.nexnum.command.supply.providers.Documents.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.catalog.CatalogueCodeBooks;
import com.nexnum.command.supply.engine.document.DocumentMistake;
import com.nexnum.command.supply.engine.document.Operation;
import com.nexnum.command.supply.http.UpstreamReply.Answer;
import com.nexnum.command.supply.providers.given.GivenDocuments;
import com.nexnum.command.supply.providers.trial.DryRun;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Documents as users have written them elsewhere. */
class OtherFormsTest {

    private static final String HANDLER = "given/handler-by-regex";
    private static final String REST = "given/rest-in-short";

    @Test
    void words_are_read_by_the_regex_that_was_given() {
        var bought = run(HANDLER, Operation.BUY, "ACCESS_NUMBER:635468024:79584123456");
        assertThat(bought.outcome())
                .containsEntry("kind", "Bought")
                .containsEntry("id", "635468024")
                .containsEntry("number", "+79584123456");
        assertThat(run(HANDLER, Operation.BUY, "NO_NUMBERS").outcome())
                .containsEntry("kind", "Refused")
                .containsEntry("reason", "NO_NUMBERS");
        assertThat(run(HANDLER, Operation.BUY, "SOMETHING_ELSE").outcome())
                .containsEntry("kind", "Unknown");
        assertThat(run(HANDLER, Operation.SMS, "STATUS_OK:12345").outcome().toString())
                .contains("kind=Received", "code=12345");
        assertThat(run(HANDLER, Operation.SMS, "STATUS_WAIT_CODE").outcome())
                .containsEntry("kind", "Waiting");
        assertThat(run(HANDLER, Operation.SMS, "STATUS_WAIT_RETRY:12345").outcome())
                .as("the old code is no new message")
                .containsEntry("kind", "Waiting");
        assertThat(run(HANDLER, Operation.SMS, "STATUS_CANCEL").outcome())
                .containsEntry("kind", "Cancelled");
        assertThat(run(HANDLER, Operation.BALANCE, "ACCESS_BALANCE:12.50").outcome().toString())
                .contains("amount=12.5");
        assertThat(run(HANDLER, Operation.CANCEL, "ACCESS_CANCEL").outcome())
                .containsEntry("kind", "Cancelled");
    }

    @Test
    void a_nested_price_list_is_walked_by_its_keys() {
        var prices =
                run(
                        HANDLER,
                        Operation.PRICES,
                        """
                        {"187":{"wa":{"cost":0.5,"count":10},"tg":{"price":"0.25","count":0}},
                         "999":{"wa":{"cost":0.1,"count":3}}}
                        """);
        assertThat(prices.rows()).hasSize(3);
        assertThat(prices.rows().get(0).dropped()).isNull();
        assertThat(prices.rows().get(0).fields())
                .containsEntry("country", "187")
                .containsEntry("service", "wa")
                .containsEntry("cost", "0.5");
        assertThat(prices.rows().get(1).dropped()).isEqualTo("none in stock");
        assertThat(prices.rows().get(2).dropped()).isEqualTo("we have no country for it");
    }

    @Test
    void requests_ask_with_our_variables_and_without_those_that_we_never_have() {
        var document = normalised(HANDLER).path("endpoints");
        assertThat(document.at("/buy/request/query"))
                .isEqualTo(
                        json(
                                """
                                {"action":"getNumber","service":"{service}","country":"{country}",
                                 "operator":"any","maxPrice":"{maxPrice}","ref":"{reference}"}
                                """));
        assertThat(document.at("/sms/request"))
                .isEqualTo(
                        json(
                                """
                                {"method":"GET","path":"",
                                 "query":{"action":"getStatus","id":"{id}"}}
                                """));
        assertThat(document.at("/cancel/request/query/status").asString()).isEqualTo("8");
        assertThat(document.at("/complete/request/query/status").asString()).isEqualTo("6");
        assertThat(document.at("/prices/request/query"))
                .isEqualTo(json("{\"action\":\"getPrices\"}"));
    }

    @Test
    void what_has_no_use_is_told_and_not_dropped_in_silence() {
        assertThat(GivenDocuments.notesOn(resource(HANDLER)))
                .extracting(DocumentMistake::pointer)
                .contains(
                        "/endpoints/getCountriesList", "/endpoints/getPrices/queryParams/country");
    }

    @Test
    void a_short_form_is_understood_whoever_names_first() {
        assertThat(run(REST, Operation.BUY, "{\"id\":\"a1\",\"number\":\"15550001111\"}").outcome())
                .containsEntry("kind", "Bought")
                .containsEntry("id", "a1");
        assertThat(
                        run(
                                        REST,
                                        Operation.BUY,
                                        "{\"activationId\":\"a2\",\"phone\":\"15550001111\"}")
                                .outcome())
                .containsEntry("kind", "Bought")
                .containsEntry("id", "a2");
        assertThat(
                        run(
                                        REST,
                                        Operation.SMS,
                                        """
                                        {"data":{"state":"done","sms":[{"code":"123","text":"it is 123"}]}}
                                        """)
                                .outcome()
                                .toString())
                .contains("kind=Received", "text=it is 123", "code=123");
        assertThat(run(REST, Operation.CANCEL, "{\"ok\":true}").outcome())
                .containsEntry("kind", "Cancelled");
        assertThat(
                        run(REST, Operation.BALANCE, "{\"data\":{\"balance\":\"7.25\"}}")
                                .outcome()
                                .toString())
                .contains("7.25");
        assertThat(
                        run(
                                        REST,
                                        Operation.PRICES,
                                        """
                                        {"data":{"items":[{"country":{"iso-code":"US"},
                                         "service":"whatsapp","price":"0.30","qty":4}]}}
                                        """)
                                .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.dropped()).isNull());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "/endpoints/getNumber/queryParams/service ~ $soon ~ $soon is not known here",
                "/endpoints/getNumber/path ~ /x/{operator} ~ has no value here",
                "/mappings/getNumber/regex ~ A(?=B)(?<id>.)(?<phone>.) ~ looks ahead",
                "/mappings/getNumber/regex ~ (?<id>.)(?<phone>.)\\1 ~ refers back",
                "/mappings/getNumber/type ~ xml ~ is none of json_object",
                "/mappings/getPrices/fields/country ~ $atDepth:7 ~ a key that is not there",
                "/mappings/getStatus/statusMapping/OK ~ PERHAPS ~ is no state",
                "/mappings/getNumber/errors/patterns/NO_NUMBERS ~ PERHAPS_NOT ~ ",
                "/authType ~ magic ~ none of bearer",
                "/priceMultiplier ~ 1.5 ~ cannot be said for one provider",
                "/surprise ~ x ~ not understood",
                "/mappings/getNumber/conditionalFields ~ [1] ~ conditions",
                "/endpoints/getNumber/retries ~ 3 ~ not understood",
                "/endpoints/getMagic ~ {} ~ no such endpoint",
                "/mappings/getPrices/transform/price ~ times100 ~ cannot be said here",
            })
    void what_cannot_be_said_is_refused_at_its_place(String pointer, String value, String reason) {
        var given = resource(HANDLER);
        put(given, pointer, value);
        var mistakes = mistakesIn(given);
        if (reason == null) {
            assertThat(mistakes).as("the other side of the pair is a meaning").isEmpty();
        } else {
            assertThat(mistakes)
                    .anySatisfy(mistake -> {
                        assertThat(mistake.pointer()).isEqualTo(pointer);
                        assertThat(mistake.reason()).contains(reason);
                    });
        }
    }

    @Test
    void money_that_is_no_dollars_needs_its_rate() {
        var given = resource(HANDLER).put("currency", "RUB");
        assertThat(mistakesIn(given))
                .extracting(DocumentMistake::pointer)
                .containsExactly("/normalizationRate");
        given.put("normalizationRate", "80");
        assertThat(mistakesIn(given)).isEmpty();
        var wrapped = json("{}");
        wrapped.set("document", resource(HANDLER).put("currency", "RUB"));
        assertThat(mistakesIn(wrapped))
                .extracting(DocumentMistake::pointer)
                .containsExactly("/document/normalizationRate");
        wrapped.putObject("policy").put("usdPerUnit", "0.0125");
        assertThat(mistakesIn(wrapped)).isEmpty();
    }

    private static void put(ObjectNode json, String pointer, String value) {
        int last = pointer.lastIndexOf('/');
        var parent = json.withObject(last == 0 ? "" : pointer.substring(0, last));
        var name = pointer.substring(last + 1);
        if (value.startsWith("{") || value.startsWith("[")) {
            parent.set(name, JsonMapper.shared().readTree(value));
        } else {
            parent.put(name, value);
        }
    }

    private static JsonNode normalised(String name) {
        return GivenDocuments.normalised(ACME, resource(name), null).document();
    }

    private static DryRun.Report run(String name, Operation operation, String body) {
        var document = Documents.saved(resource(name));
        var codes = new CatalogueCodeBooks().of(ACME, document.codes());
        return new DryRun(ACME, document, codes, Clock.systemUTC())
                .of(operation, new Answer(200, body, Map.of()), null);
    }
}
