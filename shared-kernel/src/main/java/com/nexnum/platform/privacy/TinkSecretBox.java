package com.nexnum.platform.privacy;

import com.nexnum.platform.security.SecretBox;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;

/** Seals with the master key itself; old keys of its keyset still open. */
@Component
public class TinkSecretBox implements SecretBox {

    /** Keeps every context here apart from the contexts of wrapped customer keys. */
    private static final byte[] HERE = "secret:".getBytes(StandardCharsets.UTF_8);

    private final MasterKey master;

    TinkSecretBox(MasterKey master) {
        this.master = master;
    }

    @Override
    public byte[] seal(byte[] plain, byte[] context) {
        return master.seal(plain, inside(context));
    }

    @Override
    public byte[] open(byte[] sealed, byte[] context) {
        try {
            return master.open(sealed, inside(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The secret does not open in this context", e);
        }
    }

    @Override
    public boolean isCurrent(byte[] sealed) {
        return master.sealedByPrimary(sealed);
    }

    private static byte[] inside(byte[] context) {
        var all = new byte[HERE.length + context.length];
        System.arraycopy(HERE, 0, all, 0, HERE.length);
        System.arraycopy(context, 0, all, HERE.length, context.length);
        return all;
    }
}
