package com.nexnum.command.supply.engine.request;

import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A JSON body whose strings may be variables; a field without a value is left out. */
final class JsonBody {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonBody() {}

    static String filled(JsonNode template, Map<String, String> values) {
        return JSON.writeValueAsString(node(template, values));
    }

    private static JsonNode node(JsonNode template, Map<String, String> values) {
        if (template.isString()) {
            var text = Template.filled(template.stringValue(), values, it -> it);
            if (text == null) {
                return NODES.missingNode();
            }
            return Template.isNumber(template.stringValue())
                    ? NODES.numberNode(new BigDecimal(text))
                    : NODES.stringNode(text);
        }
        if (template.isArray()) {
            var array = NODES.arrayNode();
            for (var item : template) {
                var filled = node(item, values);
                if (!filled.isMissingNode()) {
                    array.add(filled);
                }
            }
            return array;
        }
        if (template.isObject()) {
            var object = NODES.objectNode();
            for (var field : template.properties()) {
                var filled = node(field.getValue(), values);
                if (!filled.isMissingNode()) {
                    object.set(field.getKey(), filled);
                }
            }
            return object;
        }
        return template;
    }
}
