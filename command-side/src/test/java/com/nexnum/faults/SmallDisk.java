package com.nexnum.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file system of its own that can be filled to the last byte. */
final class SmallDisk implements AutoCloseable {

    private static final int BLOCK_BYTES = 64 * 1024;

    private final Path root;

    private SmallDisk(Path root) {
        this.root = root;
    }

    /** Empty where this user may not mount anything. */
    static Optional<SmallDisk> mounted(Path at, int megabytes) {
        try {
            Files.createDirectories(at);
            return run(
                            List.of(
                                    "mount",
                                    "-t",
                                    "tmpfs",
                                    "-o",
                                    "size=" + megabytes + "m",
                                    "tmpfs",
                                    at.toString()))
                    ? Optional.of(new SmallDisk(at))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    Path root() {
        return root;
    }

    /** Leaves not one byte. */
    void fill() {
        try (var file = Files.newOutputStream(balloon())) {
            for (int size = BLOCK_BYTES; size > 0; size /= 2) {
                fill(file, new byte[size]);
            }
        } catch (IOException _) {
            // To close a file on a full disk may fail too; it is full.
            return;
        }
    }

    private static void fill(java.io.OutputStream file, byte[] block) {
        try {
            while (true) {
                file.write(block);
            }
        } catch (IOException _) {
            return;
        }
    }

    void free() {
        try {
            Files.deleteIfExists(balloon());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path balloon() {
        return root.resolve("balloon");
    }

    @Override
    public void close() {
        try {
            if (!run(List.of("umount", root.toString()))) {
                run(List.of("umount", "-l", root.toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean run(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
