-- What payment gateways say that they brought: statements as imported, never changed.
create table settlement_statement (
    gateway     varchar(32) not null,
    statement   varchar(64) not null,
    digest      bytea       not null,
    lines       integer     not null check (lines > 0),
    imported_by varchar(40) not null,
    imported_at timestamptz not null,
    primary key (gateway, statement)
);
comment on column settlement_statement.digest is 'SHA-256 over the lines: the same statement again is known, another one of its name is refused.';

create table settlement_line (
    gateway    varchar(32)  not null,
    line_id    varchar(64)  not null,
    statement  varchar(64)  not null,
    number     integer      not null,
    reference  varchar(128) not null,
    currency   varchar(3)   not null,
    amount     bigint       not null check (amount > 0),
    settled_on date         not null,
    primary key (gateway, line_id),
    unique (gateway, reference),
    foreign key (gateway, statement) references settlement_statement (gateway, statement)
);
comment on column settlement_line.amount is 'In millionths of the currency''s unit.';

-- How the gateway calls the payment: its statement names it so. One payment never pays two deposits.
alter table deposit add column payment_reference varchar(128);
create unique index one_deposit_per_payment on deposit (gateway, payment_reference) where payment_reference is not null;
comment on column deposit.payment_reference is 'Null while it is not known, and for gateways that call a payment by the deposit''s own id.';

-- Deposits are looked for by themselves, and reports ask for periods.
create index ledger_deposits on ledger_entry (operation_id) where type = 'DEPOSIT';
create index ledger_entries_in_time on ledger_entry using brin (occurred_at);
