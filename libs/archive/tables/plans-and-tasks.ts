import { declaredTable } from './declared-table.js';

export const PLANS_AND_TASKS = {
  plan: declaredTable(
    '方案: a plan',
    `id code title document_number issued_by issued_on source_hash source_text cadences headline_targets policy_version
     year: of which year`,
  ),
  plan_document: declaredTable(
    'a text that was uploaded',
    `id uploaded_by uploaded_at
     sha256: SHA-256 of the file as it was uploaded
     kind: docx, pdf, html, text …
     file_name: as it was called
     size: bytes
     bytes: the file, \`{sha256, size}\`: it lies at \`documents/<sha256>\`
     text: what was read in it
     tables: the tables that were read in it`,
  ),
  plan_review: declaredTable(
    'what was extracted from a text, and how people corrected it',
    `id state version uploaded_by uploaded_at settled_at plan_cadences headline_targets
     document_id: the text
     sha256: of the text
     amends_plan_id: the plan that the text revises; absent: a new one
     facts_version: the version of the shape of \`facts\`
     facts: the plan’s own data: title, number, issuer, date
     actions: the actions that were found
     unit_names: printed names and the units that they were recognised as
     extraction: everything that was extracted, as it was
     plan_id: the plan that came of it
     dispatch_total: how many drafts are being dispatched
     dispatch_done: how many of them are`,
  ),
  draft_task: declaredTable(
    'a task as it was extracted, before it is one',
    `id review_id version position code changed_by changed_at
     state: \`proposed\`, \`confirmed\`, \`dropped\`
     body: what it says
     origin: where in the text it comes from
     corrected: the fields that people have corrected
     drop_reason: why it was dropped`,
  ),
  plan_review_step: declaredTable(
    'a step of a review',
    `review_id seq type words at actor_id idempotency_key recorded_at
     draft_task_ids: the drafts that it is about
     before: what stood there
     after: what stands there now`,
  ),
  plan_revision: declaredTable(
    'a text of a plan that is or was in force',
    `plan_id title document_number issued_by issued_on source_hash source_text
     number: from 1
     review_id: the review that it comes from
     document_id: the text
     places: where each task stands in it
     in_force_at: from when
     put_in_force_by: by whom`,
  ),
  amendment_pair: declaredTable(
    'which draft of a revised text is which task',
    `review_id task_id said_at said_by
     draft_task_id: the draft`,
  ),
  amendment_decision: declaredTable(
    'what was decided about a difference of a revised text',
    `review_id reason decided_at decided_by
     item_key: which difference
     content: digest of what was decided about
     decision: \`approved\`, \`rejected\``,
  ),
  action: declaredTable(
    '行动: a chapter with its own task force',
    `id plan_id code name position cadences
     number: as it is printed
     goals: what it wants to reach
     task_force: 专班: convener, office, members
     office_unit_id: the unit that is the task force’s office`,
  ),
  task: declaredTable(
    '任务: a task and where it stands',
    `id plan_id action_id code title place cadences machine_version policy_version calendar_version snapshot version head_hash
     section: the section that it stands in
     number: as it is printed
     title_is_label: the title is a label of our own
     text: its words in the plan
     start_on: its first day
     deadline_on: the day by which it is to be done
     original_deadline_on: the day that was set first
     deadline_inferred: the text names no day
     ongoing: 持续推进: it ends with the plan’s year
     needs_assignment: no unit leads it yet
     state: the state of its life: \`drafted\`, \`dispatched\`, \`inProgress\`, \`closed\` …
     schedule: \`onTrack\`, \`behind\`, \`seriouslyBehind\`, as of the last report
     progress: reported, percent
     expected: 序时进度, percent, as of the last report
     last_reports: by lead unit, of what period its last report was and when it came
     supervision: the gravest rung that it stands on
     origin: where it comes from: the plan, a person, a split …
     cadence_replacements: which rhythms a person said to be replaced`,
  ),
  responsibility: declaredTable(
    '职责: a unit’s part in a task',
    `task_id unit_id position
     desk: the unit’s desk; empty: the unit
     kind: \`lead\`, \`support\`
     printed_name: as the text has it`,
  ),
  indicator: declaredTable(
    '指标: a figure that a task is to reach',
    `task_id position name
     comparator: \`>=\`, \`<=\`, \`=\` …
     value: the target
     upper: the upper end of a range
     unit: of measure
     per: per what`,
  ),
  part_request: declaredTable(
    'a lead unit asked a supporting unit for its part',
    `id plan_id task_id unit_id asked_by_unit_id cadence words asked_at asked_by withdrawn_at withdrawn_by
     once: for one period only`,
  ),
  hand_down: declaredTable(
    '交办: a task that is handed down to a jurisdiction below; the upper’s side',
    `id task_id title state version offered_at offered_by delivered_at reason adopted_at progress_at
     lower_id: the code of the jurisdiction below
     lower_name: its name
     requirement: what is asked
     deadline_on: by which day
     indicators: figures to reach: a list
     question: what the lower asked
     answer: what it was answered
     adopted: what the lower made of it: code, title, leads
     progress: what was told last of the lower’s task`,
  ),
  handed_down_task: declaredTable(
    '交办: a task that came from the jurisdiction above; the lower’s side',
    `id title state version offered_at received_at reason decided_at decided_by
     upper_id: the code of the jurisdiction above
     upper_name: its name
     upper_task_code: the code of its task
     upper_plan_title: the title of its plan
     offered_by: which desk of it
     requirement: what is asked
     deadline_on: by which day
     indicators: figures to reach: a list
     question: what was asked back
     answer: what was answered
     task_id: the own task that it became
     decided_key: the key of the request that decided
     told: what the upper was told last`,
  ),
  cascade_message: declaredTable(
    'what the two sides of a hand-down told each other, copies of both',
    `seq body at settled_at
     hand_down_id: the hand-down
     direction: \`out\`, \`in\`
     other_id: the code of the other jurisdiction
     kind: \`offered\`, \`adopted\`, \`progress\` …
     state: \`pending\`, \`delivered\`, \`stopped\`, \`received\``,
  ),
} as const;
