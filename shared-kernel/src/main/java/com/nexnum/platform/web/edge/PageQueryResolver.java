package com.nexnum.platform.web.edge;

import com.nexnum.platform.web.PageQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives an endpoint its {@link PageQuery} from {@code ?limit=&cursor=}; null to one that takes
 * null, when neither was given.
 */
@Component
final class PageQueryResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(PageQuery.class);
    }

    @Override
    public @Nullable PageQuery resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var limit = request.getParameter("limit");
        var cursor = request.getParameter("cursor");
        return parameter.isOptional() && limit == null && cursor == null
                ? null
                : PageQuery.parse(limit, cursor);
    }
}
