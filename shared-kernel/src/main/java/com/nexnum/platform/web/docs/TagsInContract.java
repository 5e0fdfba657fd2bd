package com.nexnum.platform.web.docs;

import io.swagger.v3.oas.models.OpenAPI;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Groups operations by what a client looks for, the first word of their path, not by our classes.
 */
@Component
final class TagsInContract implements GlobalOpenApiCustomizer {

    private static final String BASE = "/api/v1/";

    @Override
    public void customise(OpenAPI contract) {
        contract.setTags(null);
        contract.getPaths()
                .forEach((path, item) ->
                        item.readOperations().forEach(each -> each.setTags(List.of(tag(path)))));
    }

    private static String tag(String path) {
        var words = path.startsWith(BASE) ? path.substring(BASE.length()) : path;
        int end = words.indexOf('/');
        return end < 0 ? words : words.substring(0, end);
    }
}
