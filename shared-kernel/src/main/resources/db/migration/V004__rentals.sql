-- The live rentals, for those who talk to providers; gone when the activation ends.
create table rental (
    activation_id varchar(48) not null primary key,
    details       text        not null
);
