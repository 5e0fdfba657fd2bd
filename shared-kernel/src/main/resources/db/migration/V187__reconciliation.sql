-- Our open orders beside each provider's list of numbers.
create table reconciliation_run (
    run_id     bigint generated always as identity primary key,
    provider   varchar(24)  not null,
    started_at timestamptz  not null,
    ended_at   timestamptz  not null,
    held       integer      not null,
    ours       integer      not null,
    failure    varchar(300)
);
create index reconciliation_runs_by_time on reconciliation_run (started_at);
comment on column reconciliation_run.held is 'How many numbers the provider says that we hold.';
comment on column reconciliation_run.ours is 'How many of our numbers wait for SMS there.';

create table reconciliation_finding (
    finding_id  bigint generated always as identity primary key,
    provider    varchar(24)  not null,
    kind        varchar(16)  not null,
    subject     varchar(128) not null,
    amount      bigint,
    needs_review boolean     not null,
    outcome     varchar(16)  not null,
    first_seen  timestamptz  not null,
    last_seen   timestamptz  not null,
    settled_at  timestamptz,
    reviewed_by varchar(40),
    reviewed_at timestamptz,
    note        varchar(500),
    unique (provider, kind, subject)
);
create index reconciliation_findings_open on reconciliation_finding (provider, kind) where settled_at is null;
comment on column reconciliation_finding.amount is 'What the number cost us, in millionths of a US dollar, where it is known.';
