package com.nexnum.platform.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A master key for the processes of one test run, as configuration has it. */
public final class TestKeyset {

    private static final String BASE64 =
            Base64.getEncoder()
                    .encodeToString(MasterKey.generate().json().getBytes(StandardCharsets.UTF_8));

    public static String base64() {
        return BASE64;
    }

    private TestKeyset() {}
}
