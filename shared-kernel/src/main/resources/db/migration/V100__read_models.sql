-- The read models. Each is derived from events alone: it can be emptied and built again by replay.
-- Amounts are millionths of the currency's unit.

create table balance (
    wallet_id   varchar(96) primary key,
    customer_id varchar(40) not null,
    currency    varchar(3)  not null,
    available   bigint      not null check (available >= 0),
    held        bigint      not null check (held >= 0),
    sequence    bigint      not null
) with (fillfactor = 70);

create table activations (
    activation_id  varchar(40) primary key,
    customer_id    varchar(40) not null,
    status         varchar(16) not null,
    cancelling     boolean     not null default false,
    service        varchar(20) not null,
    country        varchar(2)  not null,
    provider       varchar(24),
    phone_number   varchar(16),
    currency       varchar(3),
    price          bigint,
    sms            jsonb       not null default '[]',
    failure_reason varchar(255),
    created_at     timestamptz not null,
    cancellable_at timestamptz,
    expires_at     timestamptz,
    ended_at       timestamptz,
    sequence       bigint      not null
) with (fillfactor = 70);
create index activations_of_customer on activations (customer_id, created_at desc, activation_id desc);

create table activenumbers (like activations including all) with (fillfactor = 70);
create index activenumbers_live on activenumbers (customer_id, created_at desc, activation_id desc) where ended_at is null;
comment on table activenumbers is 'What is live. A row that ended keeps its sequence alone, so that a late redelivery revives nothing.';

create table orders (
    order_id       varchar(40) primary key,
    customer_id    varchar(40) not null,
    activation_id  varchar(40) not null,
    status         varchar(16) not null,
    service        varchar(20) not null,
    country        varchar(2)  not null,
    currency       varchar(3)  not null,
    price          bigint      not null,
    failure_reason varchar(255),
    refunded       bigint,
    refund_reason  varchar(255),
    placed_at      timestamptz not null,
    ended_at       timestamptz,
    sequence       bigint      not null
) with (fillfactor = 70);
create index orders_of_customer on orders (customer_id, placed_at desc, order_id desc);

create table orders_attempt (
    order_id varchar(40) not null,
    attempt  int         not null,
    provider varchar(24) not null,
    outcome  varchar(16) not null,
    reason   varchar(255),
    asked_at timestamptz,
    primary key (order_id, attempt)
);

create table ledger_wallet (like balance including all) with (fillfactor = 70);
comment on table ledger_wallet is 'Where the journal stands for each wallet.';

create table ledger_entry (
    wallet_id       varchar(96) not null,
    sequence        bigint      not null,
    position        bigint      not null unique,
    entry_id        varchar(64) not null unique,
    customer_id     varchar(40) not null,
    type            varchar(16) not null,
    direction       varchar(8)  not null,
    currency        varchar(3)  not null,
    amount          bigint      not null,
    available_after bigint      not null,
    held_after      bigint      not null,
    operation_id    varchar(96) not null,
    hold_id         varchar(64),
    reason          text,
    approved_by     text,
    occurred_at     timestamptz not null,
    primary key (wallet_id, sequence)
);

create table ledger_posting (
    wallet_id varchar(96) not null,
    sequence  bigint      not null,
    line      int         not null,
    account   varchar(96) not null,
    currency  varchar(3)  not null,
    amount    bigint      not null,
    primary key (wallet_id, sequence, line)
);
create index ledger_postings_of_account on ledger_posting (account, wallet_id, sequence);

-- The postings of an entry come in one statement, so each statement has to balance by itself.
create function every_entry_balances() returns trigger language plpgsql as $$
begin
    if exists (select 1 from added group by wallet_id, sequence
               having sum(amount) <> 0 or count(*) < 2 or count(distinct currency) <> 1) then
        raise exception 'A journal entry does not balance' using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger every_entry_balances
    after insert on ledger_posting referencing new table as added
    for each statement execute function every_entry_balances();

create table pricing (
    service  varchar(20) not null,
    country  varchar(2)  not null,
    provider varchar(24) not null,
    currency varchar(3)  not null,
    cost     bigint      not null,
    price    bigint      not null,
    stock    int         not null,
    revision bigint      not null,
    primary key (service, country, provider)
) with (fillfactor = 70);
create index pricing_by_country on pricing (country, service) where stock > 0;

create table feed (
    position    bigint      primary key,
    customer_id varchar(40) not null,
    type        varchar(16) not null,
    data        jsonb       not null
);
create index feed_of_customer on feed (customer_id, position);

create table feed_wallet (like balance including all) with (fillfactor = 70);
comment on table feed_wallet is 'Where the feed stands for each wallet.';
