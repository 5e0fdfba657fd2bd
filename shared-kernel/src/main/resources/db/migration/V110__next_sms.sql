-- What became of the wish for one more SMS; null when there is none, or when it was fulfilled.
alter table activations add column next_sms varchar(16);
alter table activenumbers add column next_sms varchar(16);
