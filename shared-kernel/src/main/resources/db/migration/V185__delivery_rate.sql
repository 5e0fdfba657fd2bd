-- What was rented lately, for the share of numbers that got an SMS. The column never changes, so updates stay in their page.
create index activations_by_time on activations (created_at);
