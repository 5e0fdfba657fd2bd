package com.nexnum.query.replay;

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

/** Replays of all balances, for auditors and administrators. */
@RestController
@RequestMapping(ReplaysEndpoint.PATH)
class ReplaysEndpoint {

    static final String PATH = "/api/v1/audit/replays";
    static final String KIND = "REPLAY";

    private final Jobs jobs;
    private final Replay replay;
    private final ReplayTargets targets;
    private final ReplayDifferences differences;

    ReplaysEndpoint(
            Jobs jobs, Replay replay, ReplayTargets targets, ReplayDifferences differences) {
        this.jobs = jobs;
        this.replay = replay;
        this.targets = targets;
        this.differences = differences;
    }

    @PostMapping
    ResponseEntity<JobView> start(
            Caller caller, @RequestBody(required = false) ReplayRequest.@Nullable Body body) {
        Auditors.require(caller);
        var request = targets.target(body == null ? null : body.upTo());
        return accepted(jobs.start(KIND, "rep_", caller.customerId(), request, replay::run));
    }

    /** Begins an interrupted one anew. */
    @PostMapping("/{id}/resume")
    ResponseEntity<JobView> resume(Caller caller, @PathVariable String id) {
        Auditors.require(caller);
        return accepted(jobs.resume(KIND, id, replay::run));
    }

    @PostMapping("/{id}/cancel")
    JobView cancel(Caller caller, @PathVariable String id) {
        Auditors.require(caller);
        return jobs.cancel(KIND, id);
    }

    @GetMapping
    Page<JobView> replays(Caller caller, PageQuery query) {
        Auditors.require(caller);
        return jobs.list(KIND, query);
    }

    @GetMapping("/{id}")
    JobView replay(Caller caller, @PathVariable String id) {
        Auditors.require(caller);
        return jobs.find(KIND, id);
    }

    @GetMapping("/{id}/differences")
    Page<ReplayDifferences.View> differences(
            Caller caller, @PathVariable String id, PageQuery query) {
        Auditors.require(caller);
        return differences.list(jobs.find(KIND, id).id(), query);
    }

    private static ResponseEntity<JobView> accepted(JobView job) {
        return ResponseEntity.accepted().location(URI.create(PATH + "/" + job.id())).body(job);
    }
}
