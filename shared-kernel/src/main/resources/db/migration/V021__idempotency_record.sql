-- What was answered to a request with an Idempotency-Key, so that its repeat gets the same answer.
create table idempotency_record (
    caller      varchar(64)  not null,
    key         varchar(255) not null,
    fingerprint bytea        not null,
    run         integer      not null,
    lease_until timestamptz  not null,
    started_at  timestamptz  not null,
    status      smallint,
    headers     text,
    body        bytea,
    primary key (caller, key)
);
create index idempotency_records_by_start on idempotency_record (started_at);
comment on column idempotency_record.status is 'Null while the request runs, or when it died; then it may run again once its lease is over.';
