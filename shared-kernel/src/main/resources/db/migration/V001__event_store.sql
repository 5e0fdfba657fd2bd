-- The event store. Column names are Axon's own; payload and meta data are canonical JSON as text, byte for byte.
create table domain_event_entry (
    global_index         bigint generated always as identity primary key,
    event_identifier     varchar(64)  not null unique,
    aggregate_identifier varchar(96)  not null,
    sequence_number      bigint       not null,
    type                 varchar(64),
    time_stamp           varchar(32)  not null,
    payload_type         varchar(128) not null,
    payload_revision     varchar(16),
    payload              text         not null,
    meta_data            text         not null,
    constraint one_event_per_sequence unique (aggregate_identifier, sequence_number)
);
create index domain_event_entry_time on domain_event_entry (time_stamp);
alter table domain_event_entry alter column payload set storage main;

create function the_past_does_not_change() returns trigger language plpgsql as $$
begin
    raise exception 'Events are for ever: % on domain_event_entry is refused', tg_op
        using errcode = 'insufficient_privilege';
end $$;
create trigger events_are_for_ever
    before update or delete or truncate on domain_event_entry
    for each statement execute function the_past_does_not_change();

create view event as
select global_index, aggregate_identifier as stream, sequence_number as sequence,
       payload_type as name, payload_revision as revision, time_stamp::timestamptz as occurred_at,
       payload::jsonb as payload, meta_data::jsonb as meta_data
from domain_event_entry;
comment on view event is 'Events for people who read SQL; the stored bytes stand in domain_event_entry.';

create table snapshot_event_entry (
    event_identifier     varchar(64)  not null unique,
    aggregate_identifier varchar(96)  not null,
    sequence_number      bigint       not null,
    type                 varchar(64)  not null,
    time_stamp           varchar(32)  not null,
    payload_type         varchar(255) not null,
    payload_revision     varchar(16),
    payload              text         not null,
    meta_data            text         not null,
    primary key (aggregate_identifier, sequence_number)
);

create table token_entry (
    processor_name varchar(128) not null,
    segment        integer      not null,
    token          bytea,
    token_type     varchar(255),
    timestamp      varchar(32),
    owner          varchar(255),
    primary key (processor_name, segment)
) with (fillfactor = 70);

create table saga_entry (
    saga_id         varchar(64)  not null primary key,
    revision        varchar(16),
    saga_type       varchar(255),
    serialized_saga bytea
) with (fillfactor = 70);

create table association_value_entry (
    id                bigint generated always as identity primary key,
    association_key   varchar(64),
    association_value varchar(96),
    saga_id           varchar(64),
    saga_type         varchar(255)
);
create index association_value_of_saga on association_value_entry (saga_type, association_key, association_value);
create index association_values_by_saga on association_value_entry (saga_id, saga_type);

create table dead_letter_entry (
    dead_letter_id       varchar(64)  not null primary key,
    processing_group     varchar(128) not null,
    sequence_identifier  varchar(255) not null,
    sequence_index       bigint       not null,
    message_type         varchar(255) not null,
    event_identifier     varchar(64)  not null,
    time_stamp           varchar(32)  not null,
    payload_type         varchar(255) not null,
    payload_revision     varchar(16),
    payload              bytea        not null,
    meta_data            bytea,
    aggregate_type       varchar(64),
    aggregate_identifier varchar(96),
    sequence_number      bigint,
    token_type           varchar(255),
    token                bytea,
    enqueued_at          varchar(32)  not null,
    last_touched         varchar(32),
    processing_started   varchar(32),
    cause_type           varchar(255),
    cause_message        varchar(1023),
    diagnostics          bytea,
    unique (processing_group, sequence_identifier, sequence_index)
);

create table operation_claim (
    aggregate_id varchar(96) not null,
    operation_id varchar(96) not null,
    content      varchar(255) not null,
    primary key (aggregate_id, operation_id)
);
comment on table operation_claim is 'Every operation an aggregate ever did, written with its events: a repeat is recognised for ever.';
