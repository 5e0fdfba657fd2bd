-- The live rentals, for those who talk to providers; gone when the activation ends.
create table rental (
    activation_id varchar(48) not null primary key,
    customer_id   varchar(48) not null,
    details       text        not null
);
create index rental_by_customer on rental (customer_id);
