-- What auditors looked at. A row is written before anything is shown, and completed once by the status of the answer.
create table audit_view (
    id          bigint generated always as identity primary key,
    seen_at     timestamptz  not null,
    caller_id   varchar(40)  not null,
    roles       varchar(64)  not null,
    address     varchar(64)  not null,
    request_id  varchar(64)  not null,
    method      varchar(16)  not null,
    path        varchar(512) not null,
    query       varchar(2048),
    status      integer,
    answered_at timestamptz,
    check ((status is null) = (answered_at is null))
);
create index audit_views_of_caller on audit_view (caller_id, id);
comment on column audit_view.status is 'Null while the answer is on its way, and for ever when its process died.';

create function views_are_for_ever() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.status is null and new.status is not null
       and (new.id, new.seen_at, new.caller_id, new.roles, new.address, new.request_id, new.method, new.path)
         = (old.id, old.seen_at, old.caller_id, old.roles, old.address, old.request_id, old.method, old.path)
       and new.query is not distinct from old.query then
        return new;
    end if;
    raise exception 'What was looked at stays: % on audit_view is refused', tg_op
        using errcode = 'insufficient_privilege';
end $$;
create trigger views_are_for_ever before update or delete on audit_view
    for each row execute function views_are_for_ever();
create trigger no_view_is_forgotten before truncate on audit_view
    for each statement execute function views_are_for_ever();
