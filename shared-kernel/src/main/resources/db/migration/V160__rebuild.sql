-- Read models that are built anew beside the live ones. The application's role makes no tables: these functions
-- do it with their owner's rights, for read models and nothing else.

create table feed_number (
    activation_id varchar(40) primary key
);
comment on table feed_number is 'Numbers of whose SMS their customers were told: the feed''s memory while it is folded.';
insert into feed_number select distinct data ->> 'numberId' from feed where type = 'sms';

create table rebuild (
    model      varchar(32) primary key,
    state      varchar(16) not null,
    position   bigint      not null default 0,
    target     bigint      not null default 0,
    events     bigint      not null default 0,
    differing  bigint,
    started_at timestamptz not null,
    updated_at timestamptz not null,
    ended_at   timestamptz,
    failure    varchar(1000)
) with (fillfactor = 70);
comment on table rebuild is 'The last rebuild of each read model, and how far it is.';

create function read_model_tables(model text) returns text[] language plpgsql immutable as $$
begin
    return case model
        when 'activations' then array['activations']
        when 'activenumbers' then array['activenumbers']
        when 'balance' then array['balance']
        when 'feed' then array['feed', 'feed_wallet', 'feed_number']
        when 'ledger' then array['ledger_wallet', 'ledger_entry', 'ledger_posting']
        when 'orders' then array['orders', 'orders_attempt']
        when 'pricing' then array['pricing']
    end;
end $$;

create function read_model_table(name text) returns regclass language plpgsql stable as $$
begin
    if not exists (select from unnest(array['activations', 'activenumbers', 'balance', 'feed', 'ledger', 'orders', 'pricing']) m
                    where name = any (read_model_tables(m))) then
        raise exception '% is no table of a read model', name using errcode = 'invalid_parameter_value';
    end if;
    return format('public.%I', name)::regclass;
end $$;

-- An empty table beside the live one, without its indexes.
create function rebuild_open(name text) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    live regclass := read_model_table(name);
    next text := format('public.%I', name || '__next');
    options text := (select array_to_string(reloptions, ', ') from pg_class where oid = live);
begin
    execute format('drop table if exists %s', next);
    execute format('create table %s (like %s including defaults including constraints including storage)', next, live);
    if options is not null then
        execute format('alter table %s set (%s)', next, options);
    end if;
    if exists (select from pg_roles where rolname = 'nexnum_app') then
        execute format('grant select, insert, update, delete, truncate on %s to nexnum_app', next);
    end if;
end $$;

-- The keys, indexes and triggers that the live table has and the next one still lacks.
create function rebuild_index(name text, only_keys boolean) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    live regclass := read_model_table(name);
    next regclass := format('public.%I', name || '__next')::regclass;
    known record;
begin
    for known in
        select conname, pg_get_constraintdef(oid) as definition from pg_constraint c
         where conrelid = live and contype in ('p', 'u') and (contype = 'p' or not only_keys)
           and not exists (select from pg_constraint where conrelid = next and conname = c.conname || '__next')
    loop
        execute format('alter table %s add constraint %I %s', next, known.conname || '__next', known.definition);
    end loop;
    if only_keys then
        return;
    end if;
    for known in
        select i.relname, x.indisunique, pg_get_indexdef(x.indexrelid) as definition
          from pg_index x join pg_class i on i.oid = x.indexrelid
         where x.indrelid = live
           and not exists (select from pg_constraint where conindid = x.indexrelid and contype in ('p', 'u'))
           and to_regclass(format('public.%I', i.relname || '__next')) is null
    loop
        execute format('create %s index %I on %s %s', case when known.indisunique then 'unique' end, known.relname || '__next',
                       next, substr(known.definition, strpos(known.definition, ' USING ')));
    end loop;
    for known in
        select tgname, pg_get_triggerdef(oid) as definition from pg_trigger t
         where tgrelid = live and not tgisinternal
           and not exists (select from pg_trigger where tgrelid = next and tgname = t.tgname)
    loop
        execute replace(known.definition, format(' ON public.%I ', name), format(' ON %s ', next));
    end loop;
end $$;

-- The next table becomes the live one, in the caller's transaction, and the live one goes.
create function rebuild_switch(name text) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    live regclass := read_model_table(name);
    next regclass := format('public.%I', name || '__next')::regclass;
    note text := obj_description(live);
    known record;
begin
    execute format('drop table %s', live);
    for known in select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid
                  where x.indrelid = next and i.relname like '%\_\_next'
    loop
        execute format('alter index public.%I rename to %I', known.relname, left(known.relname, -6));
    end loop;
    execute format('alter table %s rename to %I', next, name);
    if note is not null then
        execute format('comment on table public.%I is %L', name, note);
    end if;
end $$;

create function rebuild_drop(name text) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform read_model_table(name);
    execute format('drop table if exists public.%I', name || '__next');
end $$;

revoke execute on function rebuild_open(text), rebuild_index(text, boolean), rebuild_switch(text), rebuild_drop(text) from public;
