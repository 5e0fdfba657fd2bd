package com.nexnum.platform.web.docs;

import com.nexnum.platform.web.PageQuery;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.Arrays;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Declares {@code limit} and {@code cursor} where an endpoint takes a {@link PageQuery}. */
@Component
final class PagesInContract implements GlobalOperationCustomizer {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(PageQuery.class);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod endpoint) {
        Arrays.stream(endpoint.getMethodParameters())
                .filter(each -> each.getParameterType().equals(PageQuery.class))
                .forEach(each -> declare(operation, each.isOptional()));
        return operation;
    }

    private static void declare(Operation operation, boolean whole) {
        var limit = new Schema<Integer>();
        limit.addType("integer");
        limit.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(PageQuery.MAX_LIMIT));
        if (!whole) {
            limit.setDefault(PageQuery.DEFAULT_LIMIT);
        }
        var cursor = new Schema<String>();
        cursor.addType("string");
        var items = whole ? "Items per page; without limit and cursor, all" : "Items per page";
        operation.addParametersItem(query("limit", items, limit));
        operation.addParametersItem(query("cursor", "nextCursor of the page before", cursor));
    }

    private static Parameter query(String name, String description, Schema<?> schema) {
        return new Parameter().in("query").name(name).description(description).schema(schema);
    }
}
