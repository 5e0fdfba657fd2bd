-- Providers that administrators add and change while everything runs.
create table provider (
    slug          varchar(24) not null primary key,
    version       integer     not null check (version >= 0),
    paused_reason varchar(500),
    paused_by     varchar(64),
    paused_at     timestamptz,
    told          bigint      not null,
    constraint a_pause_has_a_reason check ((paused_reason is null) = (paused_at is null))
);
comment on column provider.version is 'The configuration in use; 0 for a provider of the properties, which has none here.';
comment on column provider.told is 'How many events the stream of the provider has; whoever saw as many knows it as it is.';

create table provider_version (
    provider      varchar(24) not null references provider (slug),
    version       integer     not null check (version > 0),
    configuration text        not null,
    changed_by    varchar(64) not null,
    changed_at    timestamptz not null,
    restores      integer,
    primary key (provider, version)
);
comment on column provider_version.configuration is 'JSON: the document as it was given, as it is used, and the policy. No secrets.';

create table provider_secret (
    provider   varchar(24) not null references provider (slug),
    name       varchar(40) not null,
    sealed     bytea       not null,
    changed_by varchar(64) not null,
    changed_at timestamptz not null,
    primary key (provider, name)
);
comment on column provider_secret.sealed is 'Under the master keyset, for this provider and name alone.';
