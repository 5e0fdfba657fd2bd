package com.nexnum.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The committed contract is the one that is served. After a change that is meant, run this with
 * {@code -Dnexnum.write-docs=true} and commit what it wrote.
 */
class OpenApiIT extends Story {

    private static final Path COMMITTED = Path.of("../docs/openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void the_committed_contract_is_the_one_that_is_served() throws IOException {
        var served = JSON.writeValueAsString(served()) + "\n";
        if (Boolean.getBoolean("nexnum.write-docs")) {
            Files.writeString(COMMITTED, served);
        }
        assertThat(Files.readString(COMMITTED))
                .as("docs/openapi.json is stale: run this test with -Dnexnum.write-docs=true")
                .isEqualTo(served);
    }

    @Test
    void the_contract_is_openapi_3_1_and_knows_every_endpoint() {
        var contract = served();
        assertThat(contract.path("openapi").asString()).startsWith("3.1");
        var paths = contract.path("paths").propertyNames();
        var endpoints =
                requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                        .flatMap(mapping -> mapping.getPatternValues().stream())
                        .filter(pattern -> pattern.startsWith("/api/v1/"))
                        .filter(pattern -> !pattern.startsWith("/api/v1/openapi"))
                        .toList();
        assertThat(endpoints).isNotEmpty();
        assertThat(paths).containsAll(endpoints);
    }

    /** Without the address, which differs from run to run. */
    private ObjectNode served() {
        var contract = (ObjectNode) api().get("/api/v1/openapi.json").json();
        contract.remove("servers");
        return contract;
    }
}
