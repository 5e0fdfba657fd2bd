package com.nexnum.command.supply.providers;

import static com.nexnum.command.supply.providers.Documents.ACME;
import static com.nexnum.command.supply.providers.Documents.json;
import static com.nexnum.command.supply.providers.Documents.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.catalog.CatalogueCodeBooks;
import com.nexnum.command.supply.engine.document.Operation;
import com.nexnum.command.supply.http.UpstreamReply.Answer;
import com.nexnum.command.supply.providers.trial.DryRun;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Every type of mapping that users write, on an answer of its kind. */
class MappingTypesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "json_object ~ `'rootPath':'data','fields':{'activationId':'id','phoneNumber':'phone'}` ~ {'data':{'id':'a1','phone':'15550001111'}}",
                "json_object ~ `'fields':{'activationId':'orders.$firstKey','phoneNumber':'orders.$first.tel'}` ~ {'orders':{'a1':{'tel':'15550001111'}}}",
                "json_array ~ `'fields':{'activationId':'id','phoneNumber':'phone'}` ~ [{'id':'a1','phone':'15550001111'}]",
                "json_array_positional ~ `'fields':{'activationId':'0','phoneNumber':'1'}` ~ ['a1','15550001111']",
                "json_array_positional ~ `'rootPath':'data','fields':{'activationId':'[0]','phoneNumber':'[1]'}` ~ {'data':['a1','15550001111']}",
                "json_dictionary ~ `'fields':{'activationId':'$key','phoneNumber':'phone'}` ~ {'a1':{'phone':'15550001111'}}",
                "json_keyed_value ~ `'fields':{'activationId':'$key','phoneNumber':'$value'}` ~ {'a1':'15550001111'}",
                "text_lines ~ `'delimiter':':','fields':{'activationId':'0','phoneNumber':'1'}` ~ a1:15550001111",
                "text_regex ~ `'regex':'/ok (?<id>[a-z0-9]+) (?<phone>[0-9]+)/i','fields':{'activationId':'id','phoneNumber':'phone'}` ~ OK a1 15550001111",
            })
    void a_number_is_bought(String type, String rest, String answer) {
        var report = run("getNumber", Operation.BUY, type, rest, answer);
        assertThat(report.outcome())
                .containsEntry("kind", "Bought")
                .containsEntry("id", "a1")
                .containsEntry("number", "+15550001111");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "json_array ~ `'fields':{'country':'c','service':'s','price':'p','count':'n'}` ~ [{'c':'US','s':'whatsapp','p':'0.5','n':2},{'c':'GB','s':'telegram','p':0.25,'n':'3'}]",
                "json_array_positional ~ `'fields':{'country':'0','service':'1','price':'2','count':'3'}` ~ [['US','whatsapp','0.5',2],['GB','telegram',0.25,3]]",
                "json_dictionary ~ `'fields':{'country':'$parentKey','service':'$key','price':'cost','count':'n'}` ~ {'US':{'whatsapp':{'cost':0.5,'n':2}},'GB':{'telegram':{'cost':0.25,'n':3}}}",
                "json_dictionary ~ `'nestingLevels':2,'fields':{'service':'$atDepth:0','country':'$atDepth:1','price':'cost','count':'n'}` ~ {'whatsapp':{'US':{'cost':0.5,'n':2}},'telegram':{'GB':{'cost':0.25,'n':3}}}",
                "json_dictionary ~ `'nestingLevels':['country','service','operator'],'fields':{'price':'cost','count':'n','operator':'$operatorKey'}` ~ {'US':{'whatsapp':{'any':{'cost':0.5,'n':2}}},'GB':{'telegram':{'any':{'cost':0.25,'n':3}}}}",
                "json_keyed_value ~ `'nestingLevels':['country','service','price'],'fields':{'price':'$key','count':'$value'}` ~ {'US':{'whatsapp':{'0.5':2}},'GB':{'telegram':{'0.25':3}}}",
                "json_nested_array ~ `'nestingLevels':2,'fields':{'country':'$parentKey','service':'$key','price':'p','count':'n'}` ~ {'US':{'whatsapp':[{'p':0.5,'n':2}]},'GB':{'telegram':[{'p':0.25,'n':3},{'p':0.3,'n':1}]}}",
                "text_lines ~ `'delimiter':';','fields':{'country':'0','service':'1','price':'2','count':'3'}` ~ `US;whatsapp;0.5;2|GB;telegram;0.25;3`",
            })
    void a_price_list_is_read(String type, String rest, String answer) {
        var body = type.equals("text_lines") ? answer.replace('|', '\n') : answer;
        var report = run("getPrices", Operation.PRICES, type, rest, body);
        assertThat(report.outcome().toString())
                .contains("service=whatsapp, country=US", "stock=2")
                .contains("service=telegram, country=GB", "stock=3");
        assertThat(report.rows()).allMatch(row -> row.dropped() == null);
    }

    @Test
    void a_balance_is_one_value() {
        assertThat(balance("'fields':{'balance':'$value'}", "12.50")).contains("12.5");
        assertThat(
                        balance(
                                "'rootPath':'data.sum','fields':{'balance':'$value'}",
                                "{'data':{'sum':3}}"))
                .contains("amount=3");
    }

    @Test
    void what_a_type_cannot_do_is_refused() {
        assertThat(
                        Documents.mistakesIn(
                                document("getPrices", "json_value", "'fields':{'price':'$value'}")))
                .anyMatch(it -> it.reason().contains("a single value is no list"));
        assertThat(
                        Documents.mistakesIn(
                                document(
                                        "getNumber",
                                        "text_lines",
                                        "'fields':{'activationId':'0'}")))
                .anyMatch(it -> it.reason().contains("needs a delimiter"));
        assertThat(
                        Documents.mistakesIn(
                                document("getNumber", "json_object", "'regex':'a','fields':{}")))
                .anyMatch(it -> it.pointer().equals("/mappings/getNumber/regex"));
    }

    private static String balance(String rest, String answer) {
        return run("getBalance", Operation.BALANCE, "json_value", rest, answer)
                .outcome()
                .toString();
    }

    private static DryRun.Report run(
            String endpoint, Operation operation, String type, String rest, String answer) {
        var document = Documents.saved(document(endpoint, type, rest));
        var codes = new CatalogueCodeBooks().of(ACME, document.codes());
        return new DryRun(ACME, document, codes, Clock.systemUTC())
                .of(operation, new Answer(200, quoted(answer), Map.of()), null);
    }

    /** The others of its mappings stay as they are. */
    private static ObjectNode document(String endpoint, String type, String rest) {
        var document = resource("given/rest-in-short");
        for (var name : List.of("getNumber", "getPrices", "getBalance")) {
            if (name.equals(endpoint)) {
                document.withObject("/endpoints/" + name).remove("mapping");
                var mapping = json(quoted("{'type':'" + type + "'," + rest + "}"));
                document.withObject("/mappings").set(name, mapping);
            }
        }
        return document;
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }
}
