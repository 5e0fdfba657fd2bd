package com.nexnum.command.platform.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** The addresses whose methods carry {@link Idempotent}. */
@Component
final class IdempotentEndpoints {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private volatile Map<String, List<PathPattern>> byMethod = Map.of();
    private volatile boolean known;

    IdempotentEndpoints(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    boolean contain(HttpServletRequest request) {
        if (HttpMethod.GET.matches(request.getMethod())) {
            return false;
        }
        if (!known) {
            byMethod = find();
            known = true;
        }
        var patterns = byMethod.getOrDefault(request.getMethod(), List.of());
        if (patterns.isEmpty()) {
            return false;
        }
        var path = PathContainer.parsePath(request.getRequestURI());
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private Map<String, List<PathPattern>> find() {
        return mappings.orderedStream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> entry.getValue().hasMethodAnnotation(Idempotent.class))
                .map(Map.Entry::getKey)
                .flatMap(info ->
                        info.getMethodsCondition().getMethods().stream()
                                .map(method -> Map.entry(method.name(), patterns(info))))
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.flatMapping(
                                        entry -> entry.getValue().stream(), Collectors.toList())));
    }

    private static List<PathPattern> patterns(RequestMappingInfo info) {
        var condition = info.getPathPatternsCondition();
        return condition == null ? List.of() : List.copyOf(condition.getPatterns());
    }
}
