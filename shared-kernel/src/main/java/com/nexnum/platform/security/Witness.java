package com.nexnum.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.IntConsumer;

/** Takes down what signed-in callers ask, before it is decided whether they may. */
public interface Witness {

    /** Whether this request is to be taken down. */
    boolean watches(HttpServletRequest request);

    /**
     * Takes it down; when that fails, the request fails, and nothing was answered.
     *
     * @return is told the status of the answer, 403 for one that was refused
     */
    IntConsumer takeDown(SignedIn caller, HttpServletRequest request);
}
