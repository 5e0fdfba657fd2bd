-- Long work that auditors ask for: verifications and replays.
create table audit_job (
    job_id       varchar(40) primary key,
    kind         varchar(16) not null,
    status       varchar(12) not null,
    requested_by varchar(40) not null,
    requested_at timestamptz not null,
    started_at   timestamptz not null,
    updated_at   timestamptz not null,
    ended_at     timestamptz,
    done         bigint      not null default 0,
    total        bigint      not null default 0,
    cancelling   boolean     not null default false,
    request      jsonb       not null,
    result       jsonb,
    failure      varchar(1000)
) with (fillfactor = 70);
create index audit_jobs_of_kind on audit_job (kind, job_id desc);
comment on table audit_job is 'RUNNING without its advisory lock means that its process died: it is shown as INTERRUPTED.';

create table replay_difference (
    job_id    varchar(40)  not null references audit_job on delete cascade,
    number    bigint       not null,
    read_model varchar(16) not null,
    account   varchar(110) not null,
    currency  varchar(3)   not null,
    replayed  bigint,
    live      bigint,
    primary key (job_id, number)
);
comment on table replay_difference is 'Where a replay of all events and a live read model do not agree; amounts in millionths, null where there is no such account.';
