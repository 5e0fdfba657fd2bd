-- How the calls to each provider ended, minute by minute, all processes together. Measured, not decided: it is not in the events and is deleted when it is old.
create table supply_health (
    provider varchar(24) not null,
    minute   timestamptz not null,
    kind     varchar(16) not null,
    outcome  varchar(24) not null,
    calls    bigint      not null,
    latency  bigint[]    not null,
    primary key (provider, minute, kind, outcome)
);
create index supply_health_by_minute on supply_health (minute);
comment on column supply_health.latency is 'Calls by how long they took, in the buckets of class Latencies; empty when nothing was sent.';
