package com.nexnum.command.supply.icon;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads a picture from strangers and draws it anew, so that nothing but its pixels comes through.
 */
final class Picture {

    /** Media types that may be fetched, and what ImageIO calls them. */
    private static final Map<String, String> FORMATS =
            Map.of("image/png", "png", "image/jpeg", "jpeg", "image/gif", "gif");

    private static final int LARGEST = 2_048;
    private static final int DRAWN = 128;

    private Picture() {}

    static boolean isKnown(String mediaType) {
        return FORMATS.containsKey(mediaType);
    }

    /**
     * @param mediaType what the server called it
     * @return a PNG of at most 128 × 128 pixels; empty when the bytes are no picture of that kind,
     *     or one of more than 2048 × 2048 pixels
     */
    static Optional<byte[]> redrawn(byte[] bytes, String mediaType) {
        var readers = ImageIO.getImageReadersByFormatName(FORMATS.get(mediaType));
        if (!readers.hasNext()) {
            return Optional.empty();
        }
        var reader = readers.next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            if (!reader.getOriginatingProvider().canDecodeInput(input)) {
                return Optional.empty();
            }
            reader.setInput(input, true, true);
            return isSmallEnough(reader)
                    ? Optional.of(png(shrunk(reader.read(0))))
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // Decoders answer broken pictures with exceptions of many kinds.
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    /** Asked before a pixel is read: a small file may unpack to a huge picture. */
    private static boolean isSmallEnough(ImageReader reader) throws IOException {
        return reader.getWidth(0) <= LARGEST && reader.getHeight(0) <= LARGEST;
    }

    private static BufferedImage shrunk(BufferedImage picture) {
        var scale =
                Math.min(1.0, (double) DRAWN / Math.max(picture.getWidth(), picture.getHeight()));
        var width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var pen = drawn.createGraphics();
        try {
            pen.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(picture, 0, 0, width, height, null);
        } finally {
            pen.dispose();
        }
        return drawn;
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
