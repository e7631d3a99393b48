-- Units that have a part in a task whether or not they are printed as leading or supporting it: the one that is
-- waited for, both sides of a hand-over, the one that has a card. They are asked to confirm, to sign, to answer or may
-- appeal, so they see the task for as long as they have that part.

set local search_path = luoshi;

alter table task add column concerned jsonb generated always as (
  jsonb_path_query_array(snapshot, '$.context.blockage.byUnitId')
  || jsonb_path_query_array(snapshot, '$.context.handover.fromUnitIds[*]')
  || jsonb_path_query_array(snapshot, '$.context.handover.toUnitIds[*]')
  || jsonb_path_query_array(snapshot, '$.context.cards[*].unitId')) stored;

drop policy seen on task;
create policy seen on task to luoshi_app
  using (jurisdiction_id = (select current_jurisdiction()) and ((select current_unit()) is null
    or exists (select from responsibility r where r.jurisdiction_id = task.jurisdiction_id and r.task_id = task.id
      and r.unit_id = (select current_unit()))
    or concerned ? (select current_unit())::text));
