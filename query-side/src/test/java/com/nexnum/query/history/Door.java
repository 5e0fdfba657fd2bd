package com.nexnum.query.history;

import com.nexnum.kernel.identity.CustomerId;
import com.nexnum.platform.security.Caller;
import com.nexnum.platform.security.Role;
import com.nexnum.platform.security.SignedIn;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.platform.web.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The web edge around an endpoint, for one signed-in caller. */
public final class Door {

    public static final CustomerId ANNA = new CustomerId("cus_annaaa");
    public static final CustomerId BERT = new CustomerId("cus_bertbb");
    public static final Instant TOKEN_END = Instant.parse("2026-03-01T12:00:00Z");

    public static MockMvcTester of(Object endpoint, CustomerId customer, Role... roles) {
        return MockMvcTester.create(
                MockMvcBuilders.standaloneSetup(endpoint)
                        .setCustomArgumentResolvers(signedIn(customer, roles))
                        .setControllerAdvice(new Refusals())
                        .build());
    }

    /** Resolves what endpoints take besides plain parameters. */
    public static HandlerMethodArgumentResolver signedIn(CustomerId customer, Role... roles) {
        var caller = new Caller(customer, Set.of(roles));
        return new EndpointParameters(new SignedIn(caller, "session", TOKEN_END));
    }

    /** The cursor in the body of a list. */
    public static String nextCursor(MvcTestResult list) {
        return body(list).get("nextCursor").asString();
    }

    public static List<JsonNode> items(MvcTestResult list) {
        return body(list).get("items").valueStream().toList();
    }

    private static JsonNode body(MvcTestResult result) {
        return JsonMapper.shared().readTree(result.getResponse().getContentAsByteArray());
    }

    private record EndpointParameters(SignedIn signedIn) implements HandlerMethodArgumentResolver {

        private static final Set<Class<?>> KNOWN =
                Set.of(Caller.class, SignedIn.class, PageQuery.class);

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return KNOWN.contains(parameter.getParameterType());
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer container,
                NativeWebRequest request,
                WebDataBinderFactory binders) {
            var type = parameter.getParameterType();
            if (type == PageQuery.class) {
                var limit = request.getParameter("limit");
                var cursor = request.getParameter("cursor");
                return parameter.isOptional() && limit == null && cursor == null
                        ? null
                        : PageQuery.parse(limit, cursor);
            }
            return type == Caller.class ? signedIn.caller() : signedIn;
        }
    }

    @RestControllerAdvice
    public static final class Refusals {

        @ExceptionHandler
        public ResponseEntity<Map<String, String>> refused(ProblemException refused) {
            return ResponseEntity.status(refused.problem().status())
                    .body(Map.of("code", refused.problem().code()));
        }
    }

    private Door() {}
}
