-- Products as their pages ask for them: what is owed soonest first, of one period, and what was delivered to one person.

set local search_path = luoshi;

create index product_due on product (jurisdiction_id, (coalesce(due_at, 'infinity'::timestamptz)), id);
create index product_period on product (jurisdiction_id, period, produced_at, id);
create index product_delivery_person on product_delivery (jurisdiction_id, person_id, message_id);
