-- Sensitive changes, apart from the ledger: written with each change, and never changed or deleted.
create table audit_change (
    position    bigint generated always as identity primary key,
    happened_at timestamptz  not null,
    actor       varchar(40)  not null,
    address     varchar(64)  not null,
    request_id  varchar(64)  not null,
    what        varchar(64)  not null,
    subject     varchar(160) not null,
    before      text,
    after       text
);
create index audit_changes_of_actor on audit_change (actor, position);
create index audit_changes_of_kind on audit_change (what, position);
create index audit_changes_of_subject on audit_change (subject, position);
create index audit_changes_in_time on audit_change (happened_at);
comment on column audit_change.actor is 'Who did it, by id; "platform" when no person asked for it.';
comment on column audit_change.before is 'JSON; ids, amounts and settings only, no personal data and no secret. After likewise.';

-- Where a person came from is the one thing here that an erasure takes away.
create function audit_changes_stay() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.address = 'erased'
       and to_jsonb(new) - 'address' = to_jsonb(old) - 'address' then
        return new;
    end if;
    raise exception 'What was changed stays recorded: % is refused', tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger audit_changes_stay before update or delete on audit_change
    for each row execute function audit_changes_stay();
create trigger audit_changes_are_not_emptied before truncate on audit_change
    for each statement execute function audit_changes_stay();

create function audit_forget_addresses(person text) returns void language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update public.audit_change set address = 'erased' where actor = person and address <> 'erased'
$$;
revoke execute on function audit_forget_addresses(text) from public;
