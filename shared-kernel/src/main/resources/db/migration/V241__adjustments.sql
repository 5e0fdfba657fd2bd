-- Adjustments that two administrators agree on; each row is what its events amount to, written with them.
create table adjustment (
    id          varchar(48)  primary key,
    customer_id varchar(40)  not null,
    direction   varchar(8)   not null check (direction in ('CREDIT', 'DEBIT')),
    currency    varchar(3)   not null,
    amount      bigint       not null check (amount > 0),
    reason      varchar(120) not null,
    evidence    varchar(500) not null,
    status      varchar(16)  not null,
    proposed_by varchar(40)  not null,
    proposed_at timestamptz  not null,
    expires_at  timestamptz  not null,
    decided_by  varchar(40),
    decided_at  timestamptz,
    note        varchar(500),
    booked_at   timestamptz,
    constraint four_eyes check (status not in ('APPROVED', 'BOOKED', 'REFUSED') or decided_by <> proposed_by),
    constraint a_booking_is_dated check ((status = 'BOOKED') = (booked_at is not null))
);
create index adjustments_by_time on adjustment (proposed_at, id);
create index adjustments_by_status on adjustment (status, proposed_at, id);
comment on column adjustment.status is 'PROPOSED, APPROVED (its money is about to move), BOOKED (it is in the wallet), REJECTED, WITHDRAWN, EXPIRED, or REFUSED by the wallet.';
comment on column adjustment.note is 'Why it was rejected, or the code with which the wallet refused it.';

-- The ledger names both administrators and the evidence. What is older had one administrator, and none.
alter table ledger_entry add column evidence text, add column proposed_by text;
update ledger_entry set evidence = 'not recorded', proposed_by = approved_by where type = 'ADJUSTMENT';
