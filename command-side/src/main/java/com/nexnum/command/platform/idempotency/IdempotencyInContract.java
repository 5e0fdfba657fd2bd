package com.nexnum.command.platform.idempotency;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Declares the header where it is needed. */
@Component
final class IdempotencyInContract implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod endpoint) {
        var idempotent = endpoint.getMethodAnnotation(Idempotent.class);
        if (idempotent != null) {
            var text = new Schema<String>();
            text.addType("string");
            text.minLength(1).maxLength(255);
            operation.addParametersItem(
                    new Parameter()
                            .in("header")
                            .name(IdempotencyKey.HEADER)
                            .required(idempotent.required())
                            .description("Your name for this wish; repeat it with the request.")
                            .schema(text));
        }
        return operation;
    }
}
