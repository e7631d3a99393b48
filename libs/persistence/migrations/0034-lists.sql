-- What lists are filtered and put in order by. Each index ends in what makes the order of a page total, so that a page
-- is read from where the one before it ended.

set local search_path = luoshi;

drop index task_action;
create index task_action_code on task (jurisdiction_id, action_id, code, id);
create index task_state on task (jurisdiction_id, state, deadline_on, id);
create index task_schedule on task (jurisdiction_id, schedule, id);
create index task_deadline on task (jurisdiction_id, deadline_on, id);
create index task_needs_assignment on task (jurisdiction_id, id) where needs_assignment;

create index plan_year on plan (jurisdiction_id, year, code, id);
create index unit_order on unit (jurisdiction_id, is_group, kind, name, id);
create index person_unit_username on person (jurisdiction_id, unit_id, username, id);
create index person_username on person (jurisdiction_id, username, id);
create index plan_review_state on plan_review (jurisdiction_id, state, uploaded_at, id);

-- Of what is owed, only what a list has: the reports on tasks are ten times as many, and written in bulk.
create index obligation_duty_due on obligation (jurisdiction_id, due_at, id) where kind <> 'taskReport';
create index obligation_duty_unit on obligation (jurisdiction_id, unit_id, due_at) where kind <> 'taskReport';
create index obligation_duty_asker on obligation (jurisdiction_id, asked_by_unit_id, due_at)
  where kind <> 'taskReport' and asked_by_unit_id is not null;
create index obligation_duty_kind on obligation (jurisdiction_id, kind, due_at) where kind <> 'taskReport';
create index obligation_duty_state on obligation (jurisdiction_id, state, due_at) where kind <> 'taskReport';
create index obligation_waiting on obligation (jurisdiction_id, plan_id, due_at, id)
  where state = 'submitted' and kind = 'taskReport';
create index obligation_waiting_unit on obligation (jurisdiction_id, unit_id, due_at, id)
  where state = 'submitted' and kind = 'taskReport';

create index sitting_report_due on sitting (jurisdiction_id, due_at, id) where duty = 'taskReport';
create index sitting_unit on sitting (jurisdiction_id, unit_id, due_at, id) where duty = 'taskReport';
create index sitting_plan on sitting (jurisdiction_id, plan_id, due_at, id) where duty = 'taskReport';
create index reporting_line_rung on reporting_line (jurisdiction_id, rung, id);
create index reporting_line_unit on reporting_line (jurisdiction_id, unit_id);
create index verification_state on verification (jurisdiction_id, state, due_at, id);
create index verification_plan on verification (jurisdiction_id, plan_id, state, due_at);
create index verification_ordered on verification (jurisdiction_id, ordered_at, id);

drop index notice_unit;
create index notice_unit_drafted on notice (jurisdiction_id, unit_id, drafted_at, id);
create index notice_plan_drafted on notice (jurisdiction_id, plan_id, drafted_at, id);
create index notice_state_drafted on notice (jurisdiction_id, state, drafted_at, id);
create index notice_kind_drafted on notice (jurisdiction_id, kind, drafted_at, id);
create index notice_drafted on notice (jurisdiction_id, drafted_at, id);
create index message_inbox on message (jurisdiction_id, person_id, delivered_at, id)
  where channel = 'inbox' and state in ('delivered', 'read');
create index alert_raised on alert (jurisdiction_id, raised_at, id);
create index alert_state_raised on alert (jurisdiction_id, state, raised_at, id);
create index alert_level_raised on alert (jurisdiction_id, level, raised_at, id);
create index letter_state_created on letter (jurisdiction_id, state, created_at, id);
create index letter_channel_created on letter (jurisdiction_id, channel_id, created_at, id);
