package com.nexnum.query.proof.offline;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks a proof bundle, offline: {@code java Verifier.java BUNDLE [--key BASE64]... [--head
 * NUMBER:HEX]}. It needs the JDK and this file. The format is in docs/proof.md.
 *
 * <p>Ends with 0 when the bundle proves what it holds, 1 when it does not, 2 when it cannot be read
 * or was not asked rightly. One long file on purpose: it is carried away alone.
 */
public final class Verifier {

    private static final String USAGE =
            "java Verifier.java BUNDLE [--key BASE64]... [--head NUMBER:HEX]";
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int HASH = 32;
    private static final int LARGEST_RECORD = 1 << 28;

    private final Map<String, byte[]> trusted = new HashMap<>();
    private final Set<String> given = new HashSet<>();
    private final Set<String> signers = new TreeSet<>();
    private final Map<Long, byte[]> heads = new HashMap<>();
    private final MessageDigest sha256;
    private String wantedHead = "";
    private long first;
    private long events;
    private Header last = Header.NONE;

    /** A bundle that does not prove what it says. */
    private static final class NotProven extends Exception {
        private static final long serialVersionUID = 1L;

        NotProven(String why) {
            super(why);
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Header(
            long number,
            long from,
            long to,
            int entries,
            byte[] root,
            byte[] previous,
            String key,
            byte[] head) {
        static final Header NONE =
                new Header(0, 0, 0, 0, new byte[HASH], new byte[HASH], "", new byte[HASH]);
    }

    private Verifier() throws GeneralSecurityException {
        sha256 = MessageDigest.getInstance("SHA-256");
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    /** As {@code main}, but returns what it would end with. */
    public static int run(String[] arguments, PrintStream out) {
        try {
            var verifier = new Verifier();
            try (var in = new BufferedInputStream(Files.newInputStream(verifier.file(arguments)))) {
                verifier.read(in);
                verifier.tell(out);
                return 0;
            }
        } catch (NotProven e) {
            out.println("NOT PROVEN: " + e.getMessage());
            return 1;
        } catch (EOFException | BufferUnderflowException _) {
            out.println("NOT PROVEN: the bundle was cut off");
            return 1;
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage() + "\nusage: " + USAGE);
            return 2;
        } catch (IOException | GeneralSecurityException e) {
            out.println("The bundle cannot be read: " + e);
            return 2;
        }
    }

    private Path file(String[] arguments) {
        var file = "";
        for (var i = 0; i < arguments.length; i++) {
            var more = i + 1 < arguments.length;
            if (arguments[i].equals("--key") && more) {
                given.add(HexFormat.of().formatHex(Base64.getDecoder().decode(arguments[++i])));
            } else if (arguments[i].equals("--head") && more) {
                wantedHead = arguments[++i];
            } else if (file.isEmpty() && !arguments[i].startsWith("--")) {
                file = arguments[i];
            } else {
                throw new IllegalArgumentException("Not understood: " + arguments[i]);
            }
        }
        if (file.isEmpty() || !wantedHead.matches("|[0-9]{1,18}:[0-9a-fA-F]{64}")) {
            throw new IllegalArgumentException("A bundle, and a head as NUMBER:HEX, are wanted");
        }
        return Path.of(file);
    }

    private void read(InputStream from) throws IOException, GeneralSecurityException, NotProven {
        var in = new DataInputStream(from);
        if (!new String(in.readNBytes(8), StandardCharsets.US_ASCII).equals("NXPROOF1")) {
            throw new IOException("it does not begin as one");
        }
        for (var letter = in.readByte(); letter != 'Z'; letter = in.readByte()) {
            var record = ByteBuffer.wrap(record(in));
            switch (letter) {
                case 'K' -> key(record);
                case 'B' -> events(header(record), in);
                case 'H' -> included(header(record), in);
                default -> throw new IOException("a record of an unknown kind: " + letter);
            }
        }
        check(record(in).length == 0 && in.read() < 0, "something comes after the end");
        check(last.number() > 0, "the bundle holds no block");
    }

    private static byte[] record(DataInputStream in) throws IOException {
        var length = in.readInt();
        if (length < 0 || length > LARGEST_RECORD) {
            throw new IOException("a record of " + length + " bytes");
        }
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static byte[] part(ByteBuffer record) throws NotProven {
        check(record.remaining() >= 4, "a record is too short");
        return bytes(record, record.getInt());
    }

    private static byte[] bytes(ByteBuffer record, int length) throws NotProven {
        check(length >= 0 && length <= record.remaining(), "a record is too short");
        var bytes = new byte[length];
        record.get(bytes);
        return bytes;
    }

    /** The first key is trusted when none was given; others by a trusted one's signature. */
    private void key(ByteBuffer record) throws NotProven, GeneralSecurityException {
        var id = part(record);
        var key = part(record);
        var by = new String(part(record), StandardCharsets.UTF_8);
        var endorsement = part(record);
        var statement = ByteBuffer.allocate(8 + key.length + id.length);
        statement.put("NXKEY001".getBytes(StandardCharsets.US_ASCII)).put(key).put(id);
        var known =
                given.isEmpty() ? trusted.isEmpty() : given.contains(HexFormat.of().formatHex(key));
        var endorser = trusted.get(by);
        var endorsed = endorser != null && signed(endorser, statement.array(), endorsement);
        if (known || endorsed) {
            trusted.put(new String(id, StandardCharsets.UTF_8), key);
        }
    }

    private Header header(ByteBuffer record) throws NotProven, GeneralSecurityException {
        var bytes = part(record);
        var signature = part(record);
        var in = ByteBuffer.wrap(bytes);
        check(bytes.length > 120, "a block's header is too short");
        check(new String(bytes(in, 8), StandardCharsets.US_ASCII).equals("NXBLOCK1"), "no header");
        var number = in.getLong();
        var from = in.getLong();
        var to = in.getLong();
        var entries = in.getInt();
        var root = bytes(in, HASH);
        var previous = bytes(in, HASH);
        in.getLong();
        var key = new String(part(in), StandardCharsets.UTF_8);
        var head = sha256.digest(bytes);
        var block = new Header(number, from, to, entries, root, previous, key, head);
        var known = trusted.get(key);
        check(known != null, block, "its key " + key + " is not a trusted one");
        var statement = ByteBuffer.allocate(16 + HASH);
        statement.put("NXHEAD01".getBytes(StandardCharsets.US_ASCII)).putLong(number).put(head);
        check(
                signed(Objects.requireNonNull(known), statement.array(), signature),
                block,
                "its signature");
        signers.add(key);
        heads.put(number, head);
        return block;
    }

    private void events(Header block, DataInputStream in) throws IOException, NotProven {
        if (last.number() > 0) {
            check(
                    block.number() == last.number() + 1
                            && block.from() == last.to() + 1
                            && Arrays.equals(block.previous(), last.head()),
                    block,
                    "it does not follow block " + last.number());
        } else {
            first = block.from();
        }
        check(block.entries() > 0, block, "it holds no event");
        var nodes = new byte[block.entries()][];
        var before = block.from() - 1;
        for (var i = 0; i < nodes.length; i++) {
            check(in.readByte() == 'E', block, "it lacks an event after position " + before);
            var event = record(in);
            check(event.length > 14, block, "an event is too short");
            var position = ByteBuffer.wrap(event).getLong(6);
            check(position > before, block, "its events are out of order at " + position);
            nodes[i] = leaf(event);
            before = position;
        }
        check(before == block.to(), block, "it ends at position " + before);
        for (var size = nodes.length; size > 1; size = (size + 1) / 2) {
            for (var i = 0; i < size; i += 2) {
                nodes[i / 2] = i + 1 < size ? node(nodes[i], nodes[i + 1]) : nodes[i];
            }
        }
        check(Arrays.equals(nodes[0], block.root()), block, "its events are not those sealed");
        events += block.entries();
        last = block;
    }

    private void included(Header block, DataInputStream in) throws IOException, NotProven {
        check(in.readByte() == 'I', block, "it comes without an event");
        var record = ByteBuffer.wrap(record(in));
        var index = record.getInt();
        var event = part(record);
        var siblings = record.getInt();
        check(index >= 0 && index < block.entries(), block, "its index " + index);
        var hash = leaf(event);
        var at = index;
        for (var size = block.entries(); size > 1; size = (size + 1) / 2) {
            if ((at ^ 1) < size) {
                check(siblings-- > 0, block, "its path is too short");
                var sibling = bytes(record, HASH);
                hash = at % 2 == 0 ? node(hash, sibling) : node(sibling, hash);
            }
            at /= 2;
        }
        check(siblings == 0 && !record.hasRemaining(), block, "its path is too long");
        check(Arrays.equals(hash, block.root()), block, "the event is not in it");
        events++;
        first = ByteBuffer.wrap(event).getLong(6);
        last = block;
    }

    private byte[] leaf(byte[] event) {
        sha256.update((byte) 0);
        return sha256.digest(event);
    }

    private byte[] node(byte[] left, byte[] right) {
        sha256.update((byte) 1);
        sha256.update(left);
        return sha256.digest(right);
    }

    private static boolean signed(byte[] key, byte[] bytes, byte[] signature)
            throws GeneralSecurityException {
        var encoded = Arrays.copyOf(X509, X509.length + key.length);
        System.arraycopy(key, 0, encoded, X509.length, key.length);
        var check = Signature.getInstance("Ed25519");
        check.initVerify(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        check.update(bytes);
        try {
            return check.verify(signature);
        } catch (SignatureException _) {
            return false;
        }
    }

    private static void check(boolean holds, Header block, String otherwise) throws NotProven {
        check(holds, "block " + block.number() + ": " + otherwise);
    }

    private static void check(boolean holds, String otherwise) throws NotProven {
        if (!holds) {
            throw new NotProven(otherwise);
        }
    }

    private void tell(PrintStream out) throws NotProven {
        if (!wantedHead.isEmpty()) {
            var parts = wantedHead.split(":", 2);
            var here = heads.get(Long.parseLong(parts[0]));
            check(here != null, "block " + parts[0] + ", whose head was kept, is not in it");
            check(
                    HexFormat.of()
                            .formatHex(Objects.requireNonNull(here))
                            .equalsIgnoreCase(parts[1]),
                    "the head of block " + parts[0] + " is another one than was kept");
        }
        var head = HexFormat.of().formatHex(last.head());
        out.printf("%d events from position %d, up to block %d%n", events, first, last.number());
        out.printf("head %d:%s%n", last.number(), head);
        out.printf(
                "signed by %s, %s%n",
                String.join(", ", signers),
                given.isEmpty() ? "a key that came with the bundle" : "a key that you gave");
        out.println("PROVEN");
    }
}
