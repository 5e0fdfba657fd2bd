package com.nexnum.command.supply.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.command.supply.Protocol;
import com.nexnum.command.supply.engine.document.DocumentCheck;
import com.nexnum.command.supply.engine.document.DocumentMistake;
import com.nexnum.command.supply.engine.document.DocumentMistakes;
import com.nexnum.command.supply.engine.document.DocumentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class DocumentCheckTest {

    @ParameterizedTest
    @MethodSource("com.nexnum.command.supply.Protocol#all")
    void finds_nothing_wrong_with_what_is_shipped(Protocol protocol) {
        assertThatCode(() -> DocumentCheck.checked(Shipped.json(protocol)))
                .doesNotThrowAnyException();
    }

    @Test
    void tells_where_a_name_is_unknown() {
        var json = Shipped.json(Protocol.FIVE_SIM);
        endpoint(json, "buy").put("sucess", "true");
        assertThat(mistakesIn(json)).anyMatch(it -> it.pointer().equals("/endpoints/buy"));
    }

    @Test
    void tells_where_an_expression_is_broken() {
        var json = Shipped.json(Protocol.FIVE_SIM);
        endpoint(json, "buy").put("success", "$exists(id");
        assertThat(mistakesIn(json))
                .extracting(DocumentMistake::pointer)
                .containsExactly("/endpoints/buy/success");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "$match(text, 'a')|$match()",
                "$contains(x, /(a+)+$/)|'/'",
                "[1..10000000]|a range",
                "**.id|'**'",
                "($f := function($x){$f($x)}; $f(1))|a definition",
                "$eval('1')|$eval()",
                "$pad(x, 100000)|$pad()",
            })
    void refuses_expressions_that_could_run_away(String expression, String what) {
        var json = Shipped.json(Protocol.FIVE_SIM);
        endpoint(json, "buy").put("success", expression);
        assertThat(mistakesIn(json))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.pointer()).isEqualTo("/endpoints/buy/success");
                    assertThat(it.reason()).contains("may not use " + what);
                });
    }

    @Test
    void tells_a_path_that_the_base_address_has_already() {
        var json = Shipped.json(Protocol.SMS_ACTIVATE);
        json.put("baseUrl", "https://api.example.com/stubs/handler_api.php");
        assertThat(mistakesIn(json))
                .isNotEmpty()
                .allMatch(it -> it.reason().contains("the path repeats it"));
    }

    @Test
    void tells_a_pattern_without_named_groups() {
        var json = Shipped.json(Protocol.SMS_ACTIVATE);
        endpoint(json, "buy").put("pattern", "ACCESS_NUMBER:(\\d+):(\\d+)");
        assertThat(mistakesIn(json)).anyMatch(it -> it.reason().contains("no named groups"));
    }

    @Test
    void tells_a_field_that_the_pattern_does_not_have() {
        var json = Shipped.json(Protocol.SMS_ACTIVATE);
        endpoint(json, "buy")
                .put("pattern", "ACCESS_NUMBER:(?P<number>\\d+):(?P<phone>\\d+)")
                .putObject("fields")
                .put("id", "id")
                .put("phone", "phone");
        assertThat(mistakesIn(json))
                .extracting(DocumentMistake::pointer)
                .contains("/endpoints/buy/fields/id");
    }

    @Test
    void tells_states_of_another_protocol() {
        var json = Shipped.json(Protocol.FIVE_SIM);
        endpoint(json, "sms").putObject("states").put("STATUS_WAIT_CODE", "WAITING");
        assertThat(mistakesIn(json))
                .anyMatch(it -> it.reason().contains("words of the SMS-Activate protocol"));
    }

    @Test
    void tells_a_variable_that_nobody_fills() {
        var json = Shipped.json(Protocol.FIVE_SIM);
        ((ObjectNode) endpoint(json, "sms").get("request")).put("path", "/v1/user/check/{order}");
        assertThat(mistakesIn(json)).anyMatch(it -> it.reason().startsWith("{order} is not known"));
    }

    @Test
    void tells_that_buying_gives_no_number() {
        var json = Shipped.json(Protocol.FIVE_SIM);
        ((ObjectNode) endpoint(json, "buy").get("fields")).remove("phone");
        assertThat(mistakesIn(json)).anyMatch(it -> it.reason().contains("'phone' is missing"));
    }

    @Test
    void tells_a_variable_in_a_body_that_nobody_fills() {
        var json = Shipped.json(new Protocol("textverified"));
        var request = (ObjectNode) endpoint(json, "buy").get("request");
        request.putObject("json").put("maxPrice", "{limit:number}");
        assertThat(mistakesIn(json)).anyMatch(it -> it.reason().startsWith("{limit} is not known"));
    }

    @Test
    void lets_the_number_of_a_sale_come_later_and_its_id_not() {
        var json = Shipped.json(new Protocol("textverified"));
        assertThat(mistakesIn(json)).isEmpty();
        ((ObjectNode) endpoint(json, "buy").get("fields")).remove("id");
        assertThat(mistakesIn(json)).anyMatch(it -> it.reason().contains("'id' is missing"));
    }

    @Test
    void tells_a_quote_without_a_price_and_words_without_names() {
        var quote = Shipped.json(new Protocol("onlinesim"));
        ((ObjectNode) endpoint(quote, "quote").get("fields")).remove("cost");
        assertThat(mistakesIn(quote)).anyMatch(it -> it.reason().contains("'cost' is missing"));
        var words = Shipped.json(new Protocol("sms-man"));
        ((ObjectNode) endpoint(words, "services").get("fields")).remove("name");
        assertThat(mistakesIn(words)).anyMatch(it -> it.reason().contains("'name' is missing"));
    }

    @Test
    void lists_every_document_that_is_shipped() throws IOException {
        var folder = Path.of("src/main/resources/providers/shipped");
        try (var files = Files.list(folder)) {
            assertThat(files.map(it -> it.getFileName().toString()))
                    .filteredOn(it -> !it.equals("index.json"))
                    .containsExactlyInAnyOrderElementsOf(
                            Protocol.all().stream().map(it -> it.word() + ".json").toList());
        }
    }

    @Test
    void refuses_what_is_no_json_at_all() {
        assertThatThrownBy(() -> DocumentReader.tree("{\"name\": "))
                .isInstanceOf(DocumentMistake.class)
                .hasMessageContaining("not JSON");
    }

    private static ObjectNode endpoint(ObjectNode json, String name) {
        return (ObjectNode) json.get("endpoints").get(name);
    }

    private static List<DocumentMistake> mistakesIn(ObjectNode json) {
        try {
            DocumentCheck.checked(json);
            return List.of();
        } catch (DocumentMistakes e) {
            return e.all();
        }
    }
}
