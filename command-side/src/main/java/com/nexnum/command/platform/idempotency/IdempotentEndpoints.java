package com.nexnum.command.platform.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private volatile Map<String, List<Place>> byMethod = Map.of();
    private volatile boolean known;

    IdempotentEndpoints(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** Whether the endpoint of the request needs a key; empty when it takes none. */
    Optional<Boolean> requireKey(HttpServletRequest request) {
        if (HttpMethod.GET.matches(request.getMethod())) {
            return Optional.empty();
        }
        if (!known) {
            byMethod = find();
            known = true;
        }
        var places = byMethod.getOrDefault(request.getMethod(), List.of());
        if (places.isEmpty()) {
            return Optional.empty();
        }
        var path = PathContainer.parsePath(request.getRequestURI());
        return places.stream()
                .filter(place -> place.pattern().matches(path))
                .map(Place::required)
                .findFirst();
    }

    private Map<String, List<Place>> find() {
        return mappings.orderedStream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(entry ->
                        Stream.ofNullable(entry.getValue().getMethodAnnotation(Idempotent.class))
                                .flatMap(found -> places(entry.getKey(), found.required())))
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Stream<Map.Entry<String, Place>> places(
            RequestMappingInfo info, boolean required) {
        var condition = info.getPathPatternsCondition();
        var patterns = condition == null ? Set.<PathPattern>of() : condition.getPatterns();
        return info.getMethodsCondition().getMethods().stream()
                .flatMap(method ->
                        patterns.stream()
                                .map(pattern ->
                                        Map.entry(method.name(), new Place(pattern, required))));
    }

    private record Place(PathPattern pattern, boolean required) {}
}
