package com.nexnum.command.platform.idempotency;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This endpoint moves money: it needs the header {@code Idempotency-Key}, and answers a repeat with
 * what it answered first.
 *
 * <ul>
 *   <li>Stored and replayed, with {@code Idempotent-Replayed: true}: 2xx, 402, 404 and 409, the
 *       answers of the business.
 *   <li>Not stored, and the key stays free: other 4xx, because nothing was done.
 *   <li>Not stored, but the key stays bound to its content: 5xx and a death on the way, because
 *       something may have been done. The same request may run again, and does no harm twice when
 *       its ids come from {@link IdempotencyKey#derivedId}.
 * </ul>
 *
 * <p>The method answers synchronously; waiting is cheap on a virtual thread. It may take the {@link
 * IdempotencyKey} as a parameter.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    /**
     * The request attribute with the number of this run, an Integer from 1: above 1, an earlier run
     * with the same key died, and may have done its work. Absent without a key.
     */
    String RUN = "com.nexnum.idempotent.run";

    /** Whether a request without the header is refused; otherwise it just runs. */
    boolean required() default true;
}
