package com.nexnum.platform.privacy;

import com.nexnum.platform.security.SecretBox;

/** Boxes of processes that have this master key. */
public final class SecretBoxes {

    public static SecretBox of(MasterKey master) {
        return new TinkSecretBox(master);
    }

    private SecretBoxes() {}
}
