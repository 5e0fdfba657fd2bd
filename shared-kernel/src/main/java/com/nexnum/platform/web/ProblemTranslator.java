package com.nexnum.platform.web;

import org.jspecify.annotations.Nullable;

/** Says how one family of failures looks to a client; each bean adds to what the platform knows. */
public interface ProblemTranslator {

    /**
     * @param failure one link of a chain of causes
     * @return null when this translator does not know it
     */
    @Nullable Problem translate(Throwable failure);
}
