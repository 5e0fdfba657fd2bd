-- Whose activation is whose, for the command side's own look-ups.
create table activation_owner (
    activation_id varchar(48) not null primary key,
    customer_id   varchar(48) not null
);
