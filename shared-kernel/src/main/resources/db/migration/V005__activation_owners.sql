-- Whose activation is whose, for the command side's own look-ups; open until it has a number or failed.
create table activation_owner (
    activation_id varchar(48) not null primary key,
    customer_id   varchar(48) not null,
    open          boolean     not null default true
);

create index activation_owner_open on activation_owner (customer_id) where open;
