create table privacy_key (
    customer_id    varchar(64) not null primary key,
    wrapped_keyset bytea,
    created_at     timestamptz not null,
    erased_at      timestamptz,
    constraint a_key_or_a_tombstone check ((wrapped_keyset is null) = (erased_at is not null))
);
comment on table privacy_key is 'One key per customer, wrapped by the master key. Without a key the row is a tombstone: no key is ever made again. Backups of this table bring erased keys back, so keep them no longer than the law allows.';

create function no_key_comes_back() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'privacy_key rows stay as tombstones: delete of % is refused', old.customer_id
            using errcode = 'insufficient_privilege';
    end if;
    if old.erased_at is not null and new.wrapped_keyset is not null then
        raise exception 'Customer % was erased: no key comes back', old.customer_id
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger erased_is_for_ever before update or delete on privacy_key
    for each row execute function no_key_comes_back();
