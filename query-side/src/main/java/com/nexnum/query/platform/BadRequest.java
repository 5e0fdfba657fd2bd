package com.nexnum.query.platform;

import com.nexnum.platform.web.Problem;
import com.nexnum.platform.web.ProblemException;

/** Refusals of requests that are malformed: 400 with the parameter's name in the details. */
public final class BadRequest {

    public static ProblemException of(String parameter, String message) {
        return Problem.of(400, "INVALID_PARAMETER", message).with("parameter", parameter).raised();
    }

    private BadRequest() {}
}
