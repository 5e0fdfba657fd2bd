package com.nexnum.command.platform;

import com.nexnum.command.decision.Rejection;
import com.nexnum.platform.web.Problem;

/** Says how one capability's rejections look to a client; each capability has one such bean. */
public interface RejectionProblems<R extends Rejection> {

    Class<R> family();

    Problem problem(R rejection);
}
