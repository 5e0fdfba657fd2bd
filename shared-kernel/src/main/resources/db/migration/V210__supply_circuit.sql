-- Whether each provider is called, as its events tell; written with them. No row: it is, and always was.
create table supply_circuit (
    provider varchar(24)  not null primary key,
    changes  bigint       not null default 0,
    state    varchar(12)  not null default 'CLOSED' check (state in ('CLOSED', 'OPEN', 'HELD_OPEN', 'HELD_CLOSED')),
    since    timestamptz  not null,
    until    timestamptz,
    why      varchar(500) not null default '',
    by_whom  varchar(64),
    in_a_row integer      not null default 0
);
comment on column supply_circuit.changes is 'How many events the stream of the circuit has; who changes it must have seen as many.';
comment on column supply_circuit.in_a_row is 'How often it opened before it worked for a while: the wait grows with it.';
