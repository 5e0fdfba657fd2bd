package com.nexnum.query.platform;

import com.nexnum.platform.security.Caller;
import com.nexnum.platform.security.Role;
import com.nexnum.platform.web.Problem;

/** Who may see everything financial, and who may do more. */
public final class Auditors {

    /**
     * @throws com.nexnum.platform.web.ProblemException 403 unless the caller is an auditor or an
     *     administrator
     */
    public static void require(Caller caller) {
        if (!caller.roles().contains(Role.AUDITOR) && !caller.roles().contains(Role.ADMIN)) {
            throw Problem.of(403, "FORBIDDEN", "Only auditors and administrators may do this.")
                    .raised();
        }
    }

    /**
     * @throws com.nexnum.platform.web.ProblemException 403 unless the caller is an administrator
     */
    public static void requireAdministrator(Caller caller) {
        if (!caller.roles().contains(Role.ADMIN)) {
            throw Problem.of(403, "FORBIDDEN", "Only administrators may do this.").raised();
        }
    }

    private Auditors() {}
}
