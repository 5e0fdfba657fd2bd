-- Tamper evidence: blocks of events, chained by their hashes and signed. See docs/proof.md.
create table proof_key (
    key_id             varchar(40) primary key,
    public_key         bytea       not null check (length(public_key) = 32),
    sealed_private_key bytea       not null,
    endorsed_by        varchar(40) references proof_key,
    endorsement        bytea,
    created_at         timestamptz not null,
    retired_at         timestamptz,
    check ((endorsed_by is null) = (endorsement is null))
);
create unique index one_proof_key_signs on proof_key ((true)) where retired_at is null;
comment on table proof_key is 'Ed25519 keys that sign the heads of blocks; each is endorsed by the one before. A retired key checks for ever what it signed.';

create table proof_block (
    number         bigint      primary key check (number > 0),
    first_position bigint      not null,
    last_position  bigint      not null unique,
    entries        int         not null,
    root           bytea       not null,
    previous_head  bytea       not null,
    head           bytea       not null,
    sealed_at      timestamptz not null,
    key_id         varchar(40) not null references proof_key,
    signature      bytea       not null,
    leaves         bytea       not null,
    check (first_position <= last_position and length(leaves) = entries * 40)
);
alter table proof_block alter column leaves set storage external;
comment on column proof_block.leaves is 'For each event its position, 8 bytes, and its hash, 32 bytes: where a block is broken, they say at which event.';

create function blocks_are_for_ever() returns trigger language plpgsql as $$
begin
    raise exception 'Blocks are for ever: % on % is refused', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end $$;
create trigger blocks_are_for_ever before update or delete or truncate on proof_block
    for each statement execute function blocks_are_for_ever();
create trigger keys_are_for_ever before delete or truncate on proof_key
    for each statement execute function blocks_are_for_ever();
