package com.nexnum.platform.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The master keyset beside the embedded database, for its owner alone. */
final class MasterKeyFile {

    private static final Logger LOG = LoggerFactory.getLogger(MasterKeyFile.class);
    private static final String NAME = "master-keyset.json";
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private final Path file;

    MasterKeyFile(Path dataFolder) {
        file = dataFolder.toAbsolutePath().resolve(NAME);
    }

    /** Reads the keyset; at the first start makes it. */
    MasterKey readOrMake() {
        try {
            return Files.exists(file) ? read() : make();
        } catch (IOException e) {
            throw new UncheckedIOException("The master keyset cannot be kept in " + file, e);
        }
    }

    private MasterKey read() throws IOException {
        if (posix() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IllegalStateException(
                    file + " may be read by others; run: chmod 600 " + file);
        }
        try {
            return MasterKey.parse(Files.readString(file));
        } catch (GeneralSecurityException e) {
            // Without its cause, which may quote the secret.
            throw new IllegalStateException(file + " is not a Tink keyset in JSON");
        }
    }

    private MasterKey make() throws IOException {
        Files.createDirectories(file.getParent());
        var draft = Files.createTempFile(file.getParent(), NAME, ".draft", ownerOnly());
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            var json = MasterKey.generate().json().getBytes(StandardCharsets.UTF_8);
            channel.write(ByteBuffer.wrap(json));
            channel.force(true);
            publish(draft);
        } finally {
            Files.deleteIfExists(draft);
        }
        return read();
    }

    /** Complete or not at all, and never over the keyset of somebody who was faster. */
    private void publish(Path draft) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("Another process made {} first", file);
        } catch (UnsupportedOperationException e) {
            Files.move(draft, file);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return posix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(EnumSet.copyOf(OWNER_ONLY))
                }
                : new FileAttribute<?>[0];
    }

    private boolean posix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
