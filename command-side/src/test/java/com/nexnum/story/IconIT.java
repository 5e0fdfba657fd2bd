package com.nexnum.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.identity.FirstAccounts;
import com.nexnum.command.supply.icon.Pictures;
import com.nexnum.story.Api.Answer;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An administrator gives a provider its picture, from an address that somebody typed in. */
class IconIT extends Story {

    private static final String ADMIN = "/api/v1/admin/providers/sandbox/icon";
    private static final String ICON = "/api/v1/providers/sandbox/icon";

    private HttpServer pictures;
    private byte[] picture = {};
    private Buyer admin;

    @BeforeEach
    void a_server_of_pictures() throws IOException {
        admin = Buyer.signedIn(api(), FirstAccounts.DEMO_ADMIN, FirstAccounts.DEMO_PASSWORD);
        picture = Pictures.of("jpeg", 300, 300);
        pictures = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        serve("/good.jpg", "image/jpeg; q=1", 200, picture);
        serve("/page.html", "text/html", 200, "<html>".getBytes(UTF_8));
        serve("/broken.png", "image/png", 200, picture);
        serve("/huge.png", "image/png", 200, new byte[600_000]);
        serve("/gone.png", "image/png", 404, new byte[0]);
        pictures.createContext(
                "/elsewhere.png",
                exchange -> {
                    exchange.getResponseHeaders().add("Location", address("/good.jpg"));
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                });
        pictures.start();
    }

    @AfterEach
    void nothing_is_left() {
        pictures.stop(0);
        Api.send(admin.request(ADMIN).DELETE());
    }

    @Test
    void is_fetched_once_drawn_anew_and_shown_to_customers() throws Exception {
        var sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(picture));
        var set = put("{\"url\":\"%s\",\"sha256\":\"%s\"}".formatted(address("/good.jpg"), sha256));
        assertThat(set.status()).as(set.body()).isEqualTo(200);
        assertThat(set.text("/sourceSha256")).isEqualTo(sha256);
        pictures.stop(0);

        var shown = Api.HTTP.send(buyer().request(ICON).build(), BodyHandlers.ofByteArray());

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(shown.headers().firstValue("ETag")).hasValue('"' + set.text("/sha256") + '"');
        assertThat(shown.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(ImageIO.read(new ByteArrayInputStream(shown.body())).getWidth()).isEqualTo(128);
    }

    @ParameterizedTest
    @CsvSource({
        "/page.html, 422, ICON_REFUSED",
        "/broken.png, 422, ICON_REFUSED",
        "/huge.png, 502, ICON_UNAVAILABLE",
        "/gone.png, 502, ICON_UNAVAILABLE",
        "/elsewhere.png, 502, ICON_UNAVAILABLE"
    })
    void is_refused_when_it_is_no_picture_of_ours(String path, int status, String code) {
        refused(put("{\"url\":\"%s\"}".formatted(address(path))), status, code);
    }

    @ParameterizedTest
    @CsvSource({
        "https://169.254.169.254/latest/meta-data/, 502, ICON_UNAVAILABLE",
        "https://10.0.0.1/icon.png, 502, ICON_UNAVAILABLE",
        "https://[::ffff:10.0.0.1]/icon.png, 502, ICON_UNAVAILABLE",
        "http://example.com/icon.png, 400, VALIDATION_FAILED",
        "https://user@example.com/icon.png, 400, VALIDATION_FAILED",
        "file:///etc/passwd, 400, VALIDATION_FAILED",
        "not an address, 400, VALIDATION_FAILED"
    })
    void is_not_fetched_from_inside(String url, int status, String code) {
        refused(put("{\"url\":\"%s\"}".formatted(url)), status, code);
    }

    @Test
    void is_refused_when_it_is_not_the_one_expected() {
        var other =
                "{\"url\":\"%s\",\"sha256\":\"%s\"}"
                        .formatted(address("/good.jpg"), "0".repeat(64));
        refused(put(other), 422, "ICON_REFUSED");
    }

    @Test
    void is_set_by_administrators_alone_and_for_providers_that_exist() {
        var wish = "{\"url\":\"%s\"}".formatted(address("/good.jpg"));
        assertThat(send(buyer(), ADMIN, wish).code()).isEqualTo("FORBIDDEN");
        assertThat(send(admin, ADMIN.replace("sandbox", "nobody"), wish).code())
                .isEqualTo("PROVIDER_NOT_FOUND");
        assertThat(buyer().get(ICON).code()).isEqualTo("ICON_NOT_FOUND");
    }

    private void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body()).doesNotContain("127.0.0.1", "10.0.0.1", "169.254");
        assertThat(buyer().get(ICON).code()).isEqualTo("ICON_NOT_FOUND");
    }

    private Answer put(String json) {
        return send(admin, ADMIN, json);
    }

    private static Answer send(Buyer who, String path, String json) {
        return Api.send(
                who.request(path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json)));
    }

    private String address(String path) {
        return "http://127.0.0.1:" + pictures.getAddress().getPort() + path;
    }

    private void serve(String path, String mediaType, int status, byte[] body) {
        pictures.createContext(
                path,
                exchange -> {
                    exchange.getResponseHeaders().add("Content-Type", mediaType);
                    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }
}
