package com.nexnum.query.proof.verification;

import com.nexnum.platform.security.Caller;
import com.nexnum.platform.web.Page;
import com.nexnum.platform.web.PageQuery;
import com.nexnum.query.platform.Auditors;
import com.nexnum.query.platform.jobs.JobView;
import com.nexnum.query.platform.jobs.Jobs;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Verifications of the whole past, for auditors and administrators. */
@RestController
@RequestMapping(VerificationsEndpoint.PATH)
class VerificationsEndpoint {

    static final String PATH = "/api/v1/audit/verifications";
    static final String KIND = "VERIFICATION";

    private final Jobs jobs;
    private final Verification verification;

    VerificationsEndpoint(Jobs jobs, Verification verification) {
        this.jobs = jobs;
        this.verification = verification;
    }

    @PostMapping
    ResponseEntity<JobView> start(
            Caller caller, @RequestBody(required = false) @Nullable VerificationRequest request) {
        Auditors.require(caller);
        var asked = VerificationRequest.checked(request);
        return accepted(jobs.start(KIND, "ver_", caller.customerId(), asked, verification::run));
    }

    /** Begins an interrupted one anew. */
    @PostMapping("/{id}/resume")
    ResponseEntity<JobView> resume(Caller caller, @PathVariable String id) {
        Auditors.require(caller);
        return accepted(jobs.resume(KIND, id, verification::run));
    }

    @PostMapping("/{id}/cancel")
    JobView cancel(Caller caller, @PathVariable String id) {
        Auditors.require(caller);
        return jobs.cancel(KIND, id);
    }

    @GetMapping
    Page<JobView> verifications(Caller caller, PageQuery query) {
        Auditors.require(caller);
        return jobs.list(KIND, query);
    }

    @GetMapping("/{id}")
    JobView verification(Caller caller, @PathVariable String id) {
        Auditors.require(caller);
        return jobs.find(KIND, id);
    }

    private static ResponseEntity<JobView> accepted(JobView job) {
        return ResponseEntity.accepted().location(URI.create(PATH + "/" + job.id())).body(job);
    }
}
