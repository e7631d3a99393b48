import { declaredTable } from './declared-table.js';

const OF_THE_CLUSTER = 'the number of a transaction of the server that it was written on; given anew';

export const ACCOUNTABILITY = {
  reporting_line: declaredTable(
    'a unit’s reporting line: unit × plan × duty × rhythm; the ladder climbs here',
    `id plan_id unit_id cadence duty colour machine_version policy_version calendar_version snapshot version head_hash
     state: where its ladder stands
     rung: how high, 0: nowhere`,
  ),
  sitting: declaredTable(
    '填报批次: what a unit files together',
    `id plan_id unit_id period duty due_at filed_at filed_by
     reporting_line_id: the line that it belongs to
     period_start: first day
     period_end: last day
     opens_at: from when it can be filed`,
  ),
  obligation: declaredTable(
    '应报事项: who owes what for which period by when',
    `id sitting_id task_id action_id plan_id unit_id asked_by_unit_id duty period due_at machine_version policy_version
     calendar_version snapshot version head_hash
     kind: \`taskReport\`, \`ledger\`, \`meeting\`, \`bulletin\` …
     state: \`scheduled\`, \`open\`, \`submitted\`, \`accepted\`, \`returned\`, \`missed\`, \`excused\` …`,
  ),
  progress_report: declaredTable(
    '进展填报: what was filed for an obligation',
    `id obligation_id task_id unit_id revision filed_by filed_at
     progress: percent
     no_change: 本期无变化
     done: what was done
     problems: what stands in the way
     help_wanted: what others have to help with
     next_steps: what comes next
     readings: readings of indicators, a list
     signed_by: the head of the unit who signed it before it went out; absent: it went straight out`,
  ),
  parked_report: declaredTable(
    '送审的填报: what a liaison sent to the head of the unit; once signed, it is the report `report_id`',
    `id sitting_id obligation_id task_id unit_id revision evidence sent_by sent_at state decided_by decided_at idempotency_key
     progress: percent
     no_change: 本期无变化
     done: what was done
     problems: what stands in the way
     help_wanted: what others have to help with
     next_steps: what comes next
     readings: readings of indicators, a list
     from_workbook: it came as a workbook
     remark: why it was returned, or could not be filed
     report_id: the report that it became`,
  ),
  duty_record: declaredTable(
    'what an office filed for a duty: a ledger, a meeting, a bulletin …',
    `id obligation_id unit_id asked_by_unit_id kind revision body filed_by filed_at`,
  ),
  event: declaredTable(
    '留痕: everything that happened to tasks, obligations and reporting lines; a hash chain for each',
    `subject_kind subject_id seq type at actor_id idempotency_key prev_hash hash recorded_at
     payload: what it says
     unit_id: the unit that it is about
     - recorded_xid: ${OF_THE_CLUSTER}`,
  ),
  deadline: declaredTable(
    'a clock of a subject: a budget, its suspensions, the instant that they come to',
    `id subject_kind subject_id generation calendar_version armed_at
     name: which clock: \`due\`, \`rung\`, \`sign\` …
     detail: what reaching it brings
     budget: so many working days or hours from an instant, or a civil date and time
     suspensions: when it stood still, a list
     projected_at: when it runs down; absent: it stands still
     state: \`armed\`, \`reached\`, \`disarmed\`
     settled_at: when it was reached or disarmed`,
  ),
  deadline_move: declaredTable(
    'a clock that a new calendar has moved',
    `calendar_version moved_at
     deadline_id: which clock
     projected_before: the instant that it stood at
     projected_after: the instant that it stands at`,
  ),
  rung_claim: declaredTable(
    'a rung that was reached: once',
    `subject_kind subject_id generation rung claimed_at`,
  ),
  notice: declaredTable(
    '督办文书: letters, cards, circulars',
    `id kind subject_kind subject_id plan_id unit_id generation rung colour title body drafted_at issued_at issued_by
     acknowledged_at acknowledged_by rescinded_at
     state: \`drafted\`, \`issued\`, \`cancelled\`
     number: 编号
     facts: everything that it says, as data`,
  ),
  notice_event: declaredTable(
    'turns of a notice',
    `notice_id seq at recorded_at
     type: \`ISSUED\`, \`ACKNOWLEDGED\`, \`RESCINDED\`
     - recorded_xid: ${OF_THE_CLUSTER}`,
  ),
  notice_member: declaredTable(
    'what one notice stands for, where it stands for several',
    `notice_id subject_kind subject_id generation rung
     state: \`standing\`, \`cancelled\`, \`rescinded\``,
  ),
  notice_series: declaredTable(
    'the last number given in a series of notices',
    `series: which series
     year: of which year
     last_number: the number`,
  ),
  verification: declaredTable(
    '督查核实: what is to be verified, and what was found',
    `id plan_id task_id unit_id obligation_id period reason ordered_at ordered_by due_at evidence words found_at found_by
     corrected_at corrected_by
     draw_id: the draw that it comes from
     report_id: the report that is looked at
     reported: what was reported, percent
     state: \`open\`, \`found\`
     finding: \`true\`, \`partlyTrue\`, \`untrue\`
     found: what was found, percent
     corrected: what the unit then reported, percent`,
  ),
  verification_draw: declaredTable(
    'a draw by lot, so that anybody can repeat it',
    `id plan_id state version policy_version committed_at committed_by frozen_at frozen_by drawn_at drawn_by abandoned_at
     abandoned_by record
     rules: the weights
     count: how many are drawn
     commitment: what was published before: SHA-256 of the secret
     secret: its part of the seed; secret until the draw is made, needed to make it
     population: who was in it
     population_hash: SHA-256 of that
     randomness: the part of the seed that came from outside
     randomness_source: from where
     randomness_at: when
     randomness_by: by whom
     record_hash: SHA-256 of the record
     abandon_reason: why it was given up`,
  ),
  evidence: declaredTable(
    '佐证材料: a file that was handed in; it lies at `evidence/<first two digits>/<sha256>`',
    `id task_id obligation_id added_at added_by withdrawn_at withdrawn_by
     erasure_asked_at erasure_asked_by erased_at erased_by
     erasure_reason: by which law it had to go; with \`erasedAt\` the bytes are in no archive any more
     unit_id: of which unit; absent: an office’s
     name: the file’s name
     media_type: what it is, by its content
     size: bytes
     sha256: SHA-256 of its bytes
     scanned: looked at for viruses
     note: what is said about it
     withdrawn_reason: why it was withdrawn`,
  ),
  score_decision: declaredTable(
    'points that a person gave',
    `id plan_id unit_id reason decided_at decided_by taken_back_at taken_back_by
     item: for which item
     points: how many
     evidence: what they rest on, in words
     taken_back_reason: why they were taken back`,
  ),
  score_sheet: declaredTable(
    'scores as they were kept, with what made them',
    `id plan_id reason kept_at kept_by
     number: from 1
     scheme_id: the scheme
     scheme_version: its version
     from_on: first day
     to_on: last day
     as_of: as of this instant
     body: the scores of all units, each point with its events
     hash: SHA-256 of the body`,
  ),
  assessment: declaredTable(
    '考核: a preview of scores, objections against it, the final result',
    `id plan_id period version state opened_at opened_by closed_at withdrawn_at withdrawn_by
     edition: 2 and more: after one that was withdrawn
     from_on: first day
     to_on: last day
     as_of: as of this instant
     scheme_id: the scheme
     scheme_version: its version
     preview_hash: SHA-256 of every point with its cases and events, as the record gave it
     objections_until: until when units could object
     finalised_at: when it became final
     finalised_by: who made it final
     final_hash: SHA-256 of the lines as they are final
     withdrawn_reason: why it was withdrawn`,
  ),
  assessment_score: declaredTable(
    'one unit’s result in an assessment, line by line',
    `unit_id
     assessment_id: the assessment
     name: the unit’s name on that day
     group_id: the group of comparable units
     group_label: its name
     own: the unit of who scores
     ranked: whether it is compared
     lines: the lines as the record gave them
     preview_total: their sum
     preview_rank: the place by it
     total: with what objections moved
     rank: the place by that`,
  ),
  assessment_objection: declaredTable(
    'what a unit said against a line of its own, and what was decided',
    `id unit_id state reason filed_at filed_by decided_at decided_by
     assessment_id: the assessment
     line: against which line
     ground: against which event, \`{kind, id, seq}\`
     statement: what the unit says
     evidence: what it rests on, in words
     adjustment: points added to the line where it was upheld`,
  ),
} as const;
