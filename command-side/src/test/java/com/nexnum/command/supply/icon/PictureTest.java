package com.nexnum.command.supply.icon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

    @ParameterizedTest
    @CsvSource({
        "image/png, png, 16, 16, 16, 16",
        "image/jpeg, jpeg, 512, 256, 128, 64",
        "image/gif, gif, 1, 2000, 1, 128"
    })
    void draws_a_picture_anew_as_a_small_png(
            String mediaType, String format, int width, int height, int drawnWidth, int drawnHeight)
            throws IOException {
        var png = Picture.redrawn(Pictures.of(format, width, height), mediaType).orElseThrow();
        var drawn = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(drawn.getWidth()).isEqualTo(drawnWidth);
        assertThat(drawn.getHeight()).isEqualTo(drawnHeight);
    }

    @Test
    void lets_nothing_through_but_pixels() throws IOException {
        var picture = Pictures.of("png", 16, 16);
        var smuggled = Arrays.copyOf(picture, picture.length + 40);
        var text = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, smuggled, picture.length, text.length);

        var png = Picture.redrawn(smuggled, "image/png").orElseThrow();

        assertThat(new String(png, StandardCharsets.ISO_8859_1)).doesNotContain("script");
    }

    @Test
    void refuses_a_picture_that_is_too_large_to_unpack() throws IOException {
        assertThat(Picture.redrawn(Pictures.of("png", 2_049, 1), "image/png")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>", "hello"})
    void refuses_what_is_no_picture(String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        for (var type : new String[] {"image/png", "image/jpeg", "image/gif"}) {
            assertThat(Picture.redrawn(bytes, type)).isEmpty();
        }
    }

    @Test
    void refuses_a_picture_of_another_kind_than_it_says() throws IOException {
        assertThat(Picture.redrawn(Pictures.of("png", 8, 8), "image/jpeg")).isEmpty();
    }

    @Test
    void survives_broken_pictures_of_every_kind() throws IOException {
        var random = new Random(7);
        for (var format : new String[] {"png", "jpeg", "gif"}) {
            var good = Pictures.of(format, 24, 24);
            for (int n = 0; n < 200; n++) {
                var broken = Arrays.copyOf(good, 1 + random.nextInt(good.length));
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
                Picture.redrawn(broken, "image/" + format)
                        .ifPresent(png -> assertThat(png).isNotEmpty());
            }
        }
    }

    @Test
    void knows_no_pictures_that_can_run() {
        assertThat(Picture.isKnown("image/svg+xml")).isFalse();
        assertThat(Picture.isKnown("text/html")).isFalse();
    }
}
