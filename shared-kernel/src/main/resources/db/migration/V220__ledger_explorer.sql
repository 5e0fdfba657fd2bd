-- The ledger at any point in time. An entry's number is the position of its event in the store: known for ever, and the
-- same after every rebuild. A posting carries it, so that an account's postings can be read in the order of the journal.
drop index ledger_postings_of_account;
alter table ledger_posting
    add column position bigint,
    alter column account type varchar(96) collate "C";
update ledger_posting p set position = e.position
  from ledger_entry e where e.wallet_id = p.wallet_id and e.sequence = p.sequence;
alter table ledger_posting
    alter column position set not null,
    drop constraint ledger_posting_pkey,
    add primary key (position, line);
create index ledger_postings_of_account on ledger_posting (account, position) include (currency, amount);

-- Sums of the journal up to an entry, so that a balance of any time is read from a few rows. A checkpoint belongs to the
-- very file of postings that it was added up from: where a rebuild or a reset put another in its place, it counts no more.
create table ledger_checkpoint (
    journal  bigint      not null,
    position bigint      not null,
    entries  bigint      not null,
    latest   timestamptz not null,
    primary key (journal, position)
);
create index ledger_checkpoints_by_time on ledger_checkpoint (journal, latest, position);
comment on table ledger_checkpoint is 'A cache: may be emptied at any time. journal is pg_relation_filenode of ledger_posting.';
comment on column ledger_checkpoint.latest is 'The latest time of any entry up to here; it never falls from one checkpoint to the next.';

create table ledger_checkpoint_balance (
    journal  bigint      not null,
    account  varchar(96) collate "C" not null,
    position bigint      not null,
    currency varchar(3)  not null,
    balance  bigint      not null,
    postings bigint      not null,
    primary key (journal, account, position, currency),
    foreign key (journal, position) references ledger_checkpoint on delete cascade
);
create index ledger_checkpoint_balances_by_position on ledger_checkpoint_balance (journal, position);
comment on table ledger_checkpoint_balance is 'Each account at each checkpoint; of customers only customer:*:available and customer:*:held, and those with many postings since their last one.';

-- What comes below a checkpoint, or changes what is there, takes it away in the same transaction.
create function postings_outdate_checkpoints() returns trigger language plpgsql as $$
begin
    delete from ledger_checkpoint
     where journal = pg_relation_filenode(tg_relid)::bigint and position >= (select min(position) from added);
    return null;
end $$;
create trigger postings_outdate_checkpoints
    after insert on ledger_posting referencing new table as added
    for each statement execute function postings_outdate_checkpoints();

create function changes_outdate_checkpoints() returns trigger language plpgsql as $$
begin
    delete from ledger_checkpoint where journal = pg_relation_filenode(tg_relid)::bigint;
    return null;
end $$;
create trigger changes_outdate_checkpoints
    after update or delete on ledger_posting
    for each statement execute function changes_outdate_checkpoints();
