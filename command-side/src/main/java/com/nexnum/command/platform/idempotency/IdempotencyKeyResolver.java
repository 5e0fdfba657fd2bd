package com.nexnum.command.platform.idempotency;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives an {@link Idempotent} endpoint its {@link IdempotencyKey}. */
@Component
final class IdempotencyKeyResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    static final String ATTRIBUTE = IdempotencyKey.class.getName();

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(IdempotencyKey.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(IdempotencyKey.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var key = request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (key == null) {
            throw new IllegalStateException(parameter.getMethod() + " is not @Idempotent");
        }
        return key;
    }
}
