-- Which numbers are to be asked for at their providers, and when. To take a row is to move it to its next time.
create table polling (
    activation_id varchar(48) not null primary key,
    provider      varchar(64) not null,
    since         timestamptz not null,
    due_at        timestamptz not null,
    asked_at      timestamptz,
    details       text        not null
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.1);
create index polling_due on polling (provider, due_at);

insert into polling (activation_id, provider, since, due_at, details)
select subject, details::json ->> 'provider', (details::json ->> 'since')::timestamptz, due_at, details
  from agenda where kind = 'poll-sms';
delete from agenda where kind = 'poll-sms';

-- How much of a provider's limit each process has. Lost rows cost nobody anything but a few seconds.
create table upstream_share (
    provider varchar(64) not null,
    process  varchar(36) not null,
    tickets  integer     not null check (tickets >= 0),
    until    timestamptz not null,
    primary key (provider, process)
);
