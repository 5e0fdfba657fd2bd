package com.nexnum.benchmark.shop.crud;

/** What the hand-written shop keeps: the state of today, and one row of history for each change. */
final class CrudTables {

    static final String DDL =
            """
            create schema crud;
            create table crud.wallet (
                customer_id varchar(48) primary key,
                available   bigint not null check (available >= 0),
                held        bigint not null check (held >= 0)
            ) with (fillfactor = 70);
            create table crud.hold (
                hold_id     varchar(64) primary key,
                customer_id varchar(48) not null,
                amount      bigint      not null,
                status      varchar(16) not null
            ) with (fillfactor = 70);
            create table crud.ledger_entry (
                id              bigint generated always as identity primary key,
                customer_id     varchar(48) not null,
                type            varchar(16) not null,
                amount          bigint      not null,
                available_after bigint      not null,
                held_after      bigint      not null,
                operation_id    varchar(96) not null unique,
                hold_id         varchar(64),
                occurred_at     timestamptz not null
            );
            create index on crud.ledger_entry (customer_id, id);
            create table crud.ledger_posting (
                entry_id bigint      not null,
                line     int         not null,
                account  varchar(96) not null,
                amount   bigint      not null,
                primary key (entry_id, line)
            );
            create index on crud.ledger_posting (account, entry_id);
            create table crud.offer (
                offer_id varchar(64) primary key,
                taken    integer not null
            ) with (fillfactor = 70);
            create table crud.reservation (
                reservation_id varchar(64) primary key,
                offer_id       varchar(64) not null,
                order_id       varchar(48) not null,
                price          bigint      not null,
                status         varchar(16) not null,
                expires_at     timestamptz not null
            ) with (fillfactor = 70);
            create table crud.purchase_order (
                order_id      varchar(48) primary key,
                customer_id   varchar(48) not null,
                activation_id varchar(48) not null,
                status        varchar(16) not null,
                service       varchar(20) not null,
                country       varchar(2)  not null,
                price         bigint      not null,
                cost          bigint,
                placed_at     timestamptz not null,
                ended_at      timestamptz
            ) with (fillfactor = 70);
            create index on crud.purchase_order (customer_id, placed_at desc, order_id desc);
            create table crud.order_attempt (
                order_id varchar(48) not null,
                attempt  int         not null,
                provider varchar(24) not null,
                outcome  varchar(16) not null,
                asked_at timestamptz not null,
                primary key (order_id, attempt)
            ) with (fillfactor = 70);
            create table crud.activation (
                activation_id  varchar(48) primary key,
                customer_id    varchar(48) not null,
                status         varchar(16) not null,
                service        varchar(20) not null,
                country        varchar(2)  not null,
                provider       varchar(24),
                upstream_id    varchar(128),
                phone_number   varchar(128),
                price          bigint,
                created_at     timestamptz not null,
                cancellable_at timestamptz,
                expires_at     timestamptz
            ) with (fillfactor = 70);
            create index on crud.activation (customer_id, created_at desc, activation_id desc);
            create table crud.upstream_number (
                provider    varchar(24)  not null,
                upstream_id varchar(128) not null,
                order_id    varchar(48)  not null unique,
                primary key (provider, upstream_id)
            );
            create table crud.timer (
                kind    varchar(32)  not null,
                subject varchar(160) not null,
                due_at  timestamptz  not null,
                details text         not null,
                primary key (kind, subject)
            );
            create index on crud.timer (due_at);
            create table crud.history (
                id          bigint generated always as identity primary key,
                entity_id   varchar(96) not null,
                name        varchar(64) not null,
                payload     text        not null,
                occurred_at timestamptz not null
            );
            create index on crud.history (entity_id, id);
            """;

    private CrudTables() {}
}
