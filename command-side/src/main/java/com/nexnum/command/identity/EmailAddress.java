package com.nexnum.command.identity;

import com.nexnum.kernel.language.Shape;

/** Whether a text can be an e-mail address; only a message to it would tell whether it is one. */
final class EmailAddress {

    private static final int LONGEST = 254;
    private static final Shape SHAPE =
            new Shape(
                    "e-mail address",
                    "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@"
                            + "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
                            + "[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");

    static boolean fits(String text) {
        return text.length() <= LONGEST && SHAPE.fits(text);
    }

    private EmailAddress() {}
}
