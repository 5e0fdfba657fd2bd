create table provider_icon (
    provider   varchar(24)  primary key,
    source     varchar(500) not null,
    source_sha256 varchar(64) not null,
    png        bytea        not null,
    sha256     varchar(64)  not null,
    fetched_by varchar(40)  not null,
    fetched_at timestamptz  not null
);
comment on table provider_icon is 'Pictures of providers, drawn anew by us: never the bytes that came from outside.';
