package com.nexnum.command.settlement;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** What was read of a statement: every line, or what is wrong with those that are not whole. */
record Statement(List<StatementLine> lines, List<LineFault> faults) {

    Statement {
        lines = List.copyOf(lines);
        faults = List.copyOf(faults);
    }

    static Statement unreadable(String code) {
        return new Statement(List.of(), List.of(LineFault.ofAll(code)));
    }

    /** SHA-256 over every field of every line, each after its length; the form does not count. */
    byte[] digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var line : lines) {
                for (var field :
                        List.of(
                                line.id(),
                                line.reference(),
                                line.amount().currency().name(),
                                Long.toString(line.amount().micros()),
                                line.date().toString())) {
                    var bytes = field.getBytes(StandardCharsets.UTF_8);
                    digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
                    digest.update(bytes);
                }
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
