-- A plan with more tasks than a transaction should hold is put in force batch by batch.

set local search_path = luoshi;

alter table bulk_run drop constraint bulk_run_work_check;
alter table bulk_run add constraint bulk_run_work_check check (work in ('clocks', 'calendar', 'policy', 'dispatch'));

alter table plan_review
  add column dispatch_total integer,      -- null: its tasks came with the plan, or there is none yet
  add column dispatch_done integer,
  add constraint plan_review_dispatch
    check ((dispatch_total is null) = (dispatch_done is null) and dispatch_done between 0 and dispatch_total);
create index plan_review_dispatching on plan_review (jurisdiction_id) where dispatch_done < dispatch_total;
