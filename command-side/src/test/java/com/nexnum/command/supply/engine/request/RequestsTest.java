package com.nexnum.command.supply.engine.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexnum.command.supply.engine.document.Auth;
import com.nexnum.command.supply.engine.document.RequestTemplate;
import com.nexnum.command.supply.http.ApiKey;
import com.nexnum.command.supply.http.UpstreamCall;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RequestsTest {

    private static final URI HOST = URI.create("https://api.example.com/v1");
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void puts_the_key_where_the_provider_wants_it() {
        assertThat(call(new Auth.None(), get("/a")).address().getRawQuery()).isNull();
        assertThat(call(new Auth.Query("k"), get("/a")).address()).hasQuery("k=s+cret");
        assertThat(call(new Auth.Header("X-Key", "ApiKey "), get("/a")).headers())
                .containsEntry("X-Key", "ApiKey s+cret");
        assertThat(body(call(new Auth.Form("k"), get("/a")))).isEqualTo("k=s%2Bcret");
    }

    @Test
    void asks_by_every_method_and_at_another_address() {
        var template =
                new RequestTemplate(
                        "DELETE",
                        URI.create("https://rent.example.com/"),
                        "/orders/{id}",
                        Map.of(),
                        Map.of(),
                        Map.of("X-Name", "{secret.username}"),
                        null);
        var call = call(new Auth.None(), template);
        assertThat(call.method()).isEqualTo("DELETE");
        assertThat(call.address()).hasToString("https://rent.example.com/orders/a%2Fb%3Fc");
        assertThat(call.headers()).containsEntry("X-Name", "someone");
    }

    @Test
    void leaves_out_what_has_no_value_and_writes_numbers_into_json() {
        var query = Map.of("wanted", "{id}", "not", "{absent}");
        var plain = new RequestTemplate("GET", null, "/a", query, Map.of(), Map.of(), null);
        assertThat(call(new Auth.None(), plain).address()).hasQuery("wanted=a/b?c");
        var json = JSON.readTree("{\"max\":\"{most:number}\",\"x\":\"{absent}\",\"b\":[false]}");
        var posted = new RequestTemplate("POST", null, "/a", Map.of(), Map.of(), Map.of(), json);
        assertThat(body(call(new Auth.None(), posted))).isEqualTo("{\"max\":0.5,\"b\":[false]}");
    }

    @Test
    void follows_a_link_to_its_own_host_and_to_no_other() {
        var own = RequestTemplate.link("https://api.example.com/v2/next?page=2");
        assertThat(call(new Auth.Query("k"), own).address())
                .hasToString("https://api.example.com/v2/next?page=2&k=s%2Bcret");
        for (var foreign :
                new String[] {"https://api.example.org/v1", "http://api.example.com/v1"}) {
            assertThatThrownBy(() -> call(new Auth.Query("k"), RequestTemplate.link(foreign)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("another host");
        }
    }

    private static RequestTemplate get(String path) {
        return new RequestTemplate("GET", null, path, Map.of(), Map.of(), Map.of(), null);
    }

    private static UpstreamCall call(Auth auth, RequestTemplate template) {
        var secrets =
                new Secrets(
                        Map.of(Auth.KEY, new ApiKey("s+cret"), "username", new ApiKey("someone")));
        var variables = Map.of("id", "a/b?c", "most", "0.5");
        return new Requests(HOST, auth, secrets)
                .call(template, variables, null, Duration.ofSeconds(1));
    }

    private static String body(UpstreamCall call) {
        return new String(call.body(), StandardCharsets.UTF_8);
    }
}
