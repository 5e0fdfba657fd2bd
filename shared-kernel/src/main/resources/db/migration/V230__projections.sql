-- Rebuilds that can be paused, resumed and taken back; which version of a projection its live rows are of.

alter table rebuild
    add column kind        varchar(8)       not null default 'REBUILD',
    add column wanted      varchar(8)       not null default 'RUN',
    add column version     integer          not null default 1,
    add column up_to       bigint,
    add column loaded      boolean          not null default false,
    add column checkpoint  bigint,
    add column taken       bigint           not null default 0,
    add column worked      bigint           not null default 0,
    add column share       double precision not null default 1,
    add column started_by  varchar(64);
comment on column rebuild.wanted is 'RUN, PAUSE or CANCEL: what administrators want of it.';
comment on column rebuild.up_to is 'A reset ends at this position; a rebuild at the head.';
comment on column rebuild.checkpoint is 'Up to where the next tables hold history for good; a rebuild that died goes on from there.';
comment on column rebuild.taken is 'How many events the model took up to the checkpoint.';
comment on column rebuild.worked is 'Milliseconds of work so far, pauses left out.';
comment on column rebuild.share is 'Which share of the time it works, so that requests do not suffer.';
-- What an older version left unended has no checkpoint and begins again.

create table read_model (
    name              varchar(32) primary key,
    version           integer     not null,
    events_per_second double precision,
    previous_version  integer,
    previous_position bigint,
    previous_since    timestamptz
);
comment on table read_model is 'Of which version of its projection the live tables are, and what is kept to go back to.';
insert into read_model (name, version)
select name, 1 from unnest(array['activations', 'activenumbers', 'balance', 'feed', 'ledger', 'orders', 'pricing']) name;

create table rebuild_table (
    model         varchar(32) not null,
    table_name    varchar(64) not null,
    live_rows     bigint      not null,
    next_rows     bigint      not null,
    compared      bigint      not null,
    live_checksum varchar(40) not null,
    next_checksum varchar(40) not null,
    differing     bigint      not null,
    only_live     bigint      not null,
    only_next     bigint      not null,
    primary key (model, table_name)
);
comment on table rebuild_table is 'How the tables of the last rebuild compare with the live ones; checksums are over the compared rows.';

create table rebuild_difference (
    id         bigint generated always as identity primary key,
    model      varchar(32) not null,
    table_name varchar(64) not null,
    kind       varchar(16) not null,
    key        jsonb       not null,
    columns    text[]      not null
);
create index rebuild_difference_of_model on rebuild_difference (model, id);
comment on table rebuild_difference is 'Samples of rows that a rebuild changes: keys and names of columns, no values.';

create table reset_confirmation (
    token_hash varchar(64) primary key,
    model      varchar(32) not null,
    position   bigint      not null,
    caller     varchar(40) not null,
    expires_at timestamptz not null
);
comment on table reset_confirmation is 'Tokens, by their SHA-256, that let their caller reset a projection to a position, once.';

create table dead_letter_discard (
    id            bigint generated always as identity primary key,
    discarded_at  timestamptz  not null,
    discarded_by  varchar(40)  not null,
    reason        varchar(500) not null,
    letter_group  varchar(128) not null,
    sequence      varchar(255) not null,
    event_id      varchar(64)  not null,
    event_name    varchar(255) not null,
    position      bigint,
    cause_type    varchar(255),
    cause         varchar(1023),
    behind        bigint       not null
);
comment on table dead_letter_discard is 'Events that administrators gave up for a group: who, when, why, what.';
create function discards_are_for_ever() returns trigger language plpgsql as $$
begin
    raise exception 'What was discarded stays written: % on dead_letter_discard is refused', tg_op
        using errcode = 'insufficient_privilege';
end $$;
create trigger discards_are_for_ever
    before update or delete or truncate on dead_letter_discard
    for each statement execute function discards_are_for_ever();

-- A table with its indexes under another suffix; the live one has none.
create function rebuild_rename(name text, from_suffix text, to_suffix text) returns void language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
    one regclass := format('public.%I', name || from_suffix)::regclass;
    known record;
begin
    for known in select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid where x.indrelid = one loop
        execute format('alter index public.%I rename to %I', known.relname,
                       left(known.relname, length(known.relname) - length(from_suffix)) || to_suffix);
    end loop;
    execute format('alter table %s rename to %I', one, name || to_suffix);
end $$;

-- The next table becomes the live one, in the caller's transaction, and the live one is kept as the previous one.
create or replace function rebuild_switch(name text) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    note text := obj_description(read_model_table(name));
begin
    execute format('drop table if exists public.%I', name || '__prev');
    perform rebuild_rename(name, '', '__prev');
    perform rebuild_rename(name, '__next', '');
    if note is not null then
        execute format('comment on table public.%I is %L', name, note);
    end if;
end $$;

-- The previous table and the live one change places, in the caller's transaction.
create function rebuild_return(name text) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform read_model_table(name);
    perform rebuild_rename(name, '', '__swap');
    perform rebuild_rename(name, '__prev', '');
    perform rebuild_rename(name, '__swap', '__prev');
end $$;

create function rebuild_drop_previous(name text) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform read_model_table(name);
    execute format('drop table if exists public.%I', name || '__prev');
end $$;

-- Whether the copy is there and has the columns of the live table, which a migration may have changed since.
create function rebuild_fits(name text, suffix text) returns boolean language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select to_regclass(format('public.%I', name || suffix)) is not null
       and not exists (
            (select attname, atttypid from pg_attribute where attrelid = to_regclass(format('public.%I', name)) and attnum > 0 and not attisdropped
             except
             select attname, atttypid from pg_attribute where attrelid = to_regclass(format('public.%I', name || suffix)) and attnum > 0 and not attisdropped)
            union all
            (select attname, atttypid from pg_attribute where attrelid = to_regclass(format('public.%I', name || suffix)) and attnum > 0 and not attisdropped
             except
             select attname, atttypid from pg_attribute where attrelid = to_regclass(format('public.%I', name)) and attnum > 0 and not attisdropped))
$$;

revoke execute on function rebuild_rename(text, text, text), rebuild_return(text), rebuild_drop_previous(text) from public;
