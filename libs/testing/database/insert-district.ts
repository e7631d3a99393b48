import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** One row and more in every table of a jurisdiction: two units, one task of each, one that both share. */
export interface District {
  id: string;
  units: { education: string; transport: string };
  persons: { education: string; transport: string };
  tasks: { education: string; transport: string; shared: string };
  /** Of the education unit. */
  reportingLine: string;
  sitting: string;
  obligation: string;
}

const AT = '2024-04-12T01:00:00.000Z';
const STATECHART = `1, 1, 1, '{}', 0, '${'0'.repeat(64)}'`;

/** Inserts a small jurisdiction as the owner. Ids differ in every call. */
export async function insertDistrict(owner: pg.Client, id: string): Promise<District> {
  const [education, transport, line, sitting, obligation] = ids();
  const [educationPerson, transportPerson, plan, action] = ids();
  const [educationTask, transportTask, shared] = ids();
  await owner.query(`set search_path = luoshi`);
  await owner.query(`
    insert into jurisdiction values ('${id}', null, '测试区${id}', 'county', 'cn', '${AT}');
    insert into calendar_version values ('${id}', 'cn', 1, '{}', '${AT}');
    insert into policy_version values ('${id}', 'default', 1, '{}', '${AT}');
    insert into unit (jurisdiction_id, id, code, name, kind) values
      ('${id}', '${education}', 'jyj', '教育局', 'bureau'), ('${id}', '${transport}', 'jtj', '交通局', 'bureau');
    insert into unit_alias (jurisdiction_id, id, normal_form, printed, unit_id, learned_from, learned_at) values
      ('${id}', '${randomUUID()}', '教委', '教委', '${education}', '方案', '${AT}');
    insert into unit_succession (jurisdiction_id, id, predecessor_id, successor_id, kind, from_date, recorded_at) values
      ('${id}', '${randomUUID()}', '${education}', '${transport}', 'merge', '2030-01-01', '${AT}');
    insert into unit_change (jurisdiction_id, id, unit_id, kind, before, after, changed_at) values
      ('${id}', '${randomUUID()}', '${education}', 'registered', 'null', '{}', '${AT}');
    insert into person (jurisdiction_id, id, unit_id, name, username) values
      ('${id}', '${educationPerson}', '${education}', '甲', 'jia-${id}'),
      ('${id}', '${transportPerson}', '${transport}', '乙', 'yi-${id}');
    insert into credential (jurisdiction_id, person_id, password_hash, changed_at) values
      ('${id}', '${educationPerson}', 'hash-${id}', '${AT}');
    insert into session values
      ('token-${id}', '${id}', '${educationPerson}', 'csrf', '${AT}', '${AT}', '2024-04-13T01:00:00Z');
    insert into role_assignment (jurisdiction_id, id, person_id, role, scope_kind, scope_id) values
      ('${id}', '${randomUUID()}', '${educationPerson}', 'liaison', 'unit', '${education}');
    insert into plan (jurisdiction_id, id, code, title, year, policy_version) values
      ('${id}', '${plan}', 'P', '方案', 2024, 1);
    insert into action (jurisdiction_id, id, plan_id, code, name, position) values
      ('${id}', '${action}', '${plan}', 'A1', '行动', 1);
    insert into task (jurisdiction_id, id, plan_id, action_id, code, title, place, deadline_on, original_deadline_on,
      deadline_inferred, state, machine_version, policy_version, calendar_version, snapshot, version, head_hash)
      select '${id}', t.id::uuid, '${plan}', '${action}', t.code, '任务', '{}', '2024-12-31', '2024-12-31', true,
        'inProgress', ${STATECHART}
      from (values ('${educationTask}', 'E'), ('${transportTask}', 'T'), ('${shared}', 'S')) t (id, code);
    insert into plan_document (jurisdiction_id, id, sha256, kind, file_name, size, bytes, text, uploaded_at) values
      ('${id}', '${plan}', 'h', 'text', '方案.txt', 1, 'x', 'x', '${AT}');
    insert into plan_review (jurisdiction_id, id, document_id, sha256, state, version, facts_version, facts, extraction,
      uploaded_at) values ('${id}', '${plan}', '${plan}', 'h', 'open', 1, 1, '{}', '{}', '${AT}');
    insert into draft_task (jurisdiction_id, id, review_id, version, position, state, code, body) values
      ('${id}', '${plan}', '${plan}', 1, 1, 'proposed', 'A1-01', '{}');
    insert into plan_review_step (jurisdiction_id, review_id, seq, type, at, idempotency_key) values
      ('${id}', '${plan}', 1, 'uploaded', '${AT}', 'u');
    insert into amendment_pair (jurisdiction_id, review_id, draft_task_id, said_at) values
      ('${id}', '${plan}', '${plan}', '${AT}');
    insert into amendment_decision (jurisdiction_id, review_id, item_key, content, decision, decided_at) values
      ('${id}', '${plan}', 'k', 'c', 'approved', '${AT}');
    insert into plan_revision (jurisdiction_id, plan_id, number, title) values ('${id}', '${plan}', 1, '方案');
    insert into responsibility (jurisdiction_id, task_id, unit_id, kind, printed_name, position) values
      ('${id}', '${educationTask}', '${education}', 'lead', '教育局', 1),
      ('${id}', '${transportTask}', '${transport}', 'lead', '交通局', 1),
      ('${id}', '${shared}', '${education}', 'lead', '教育局', 1),
      ('${id}', '${shared}', '${transport}', 'support', '交通局', 2);
    insert into indicator (jurisdiction_id, task_id, position, name, comparator, value) values
      ('${id}', '${educationTask}', 1, '指标', '>=', 95.5);
    insert into reporting_line (jurisdiction_id, id, plan_id, unit_id, cadence, state, machine_version, policy_version,
      calendar_version, snapshot, version, head_hash) values
      ('${id}', '${line}', '${plan}', '${education}', 'ten-day', 'clear', ${STATECHART});
    insert into sitting (jurisdiction_id, id, reporting_line_id, plan_id, unit_id, period, period_start, period_end,
      opens_at, due_at) values
      ('${id}', '${sitting}', '${line}', '${plan}', '${education}', '2024-04-M', '2024-04-11', '2024-04-20', '${AT}',
       '2024-04-19T09:30:00Z');
    insert into obligation (jurisdiction_id, id, sitting_id, task_id, plan_id, unit_id, kind, period, due_at, state,
      machine_version, policy_version, calendar_version, snapshot, version, head_hash) values
      ('${id}', '${obligation}', '${sitting}', '${educationTask}', '${plan}', '${education}', 'taskReport', '2024-04-M',
       '2024-04-19T09:30:00Z', 'open', ${STATECHART});
    insert into progress_report (jurisdiction_id, id, obligation_id, task_id, unit_id, revision, progress, filed_at)
      values ('${id}', '${randomUUID()}', '${obligation}', '${educationTask}', '${education}', 1, 30.5, '${AT}');
    insert into parked_report (jurisdiction_id, id, sitting_id, obligation_id, task_id, unit_id, revision, progress, sent_by, sent_at,
      state, idempotency_key) values ('${id}', '${randomUUID()}', '${sitting}', '${obligation}', '${educationTask}', '${education}', 2, 40,
      '${educationPerson}', '${AT}', 'waiting', 'p');
    insert into duty_record (jurisdiction_id, id, obligation_id, unit_id, kind, revision, body, filed_at) values
      ('${id}', '${plan}', '${obligation}', '${education}', 'ledger', 1, '{}', '${AT}');
    insert into part_request (jurisdiction_id, id, plan_id, task_id, unit_id, asked_by_unit_id, cadence, asked_at) values
      ('${id}', '${plan}', '${plan}', '${educationTask}', '${education}', '${education}', 'quarter', '${AT}');
    insert into event (jurisdiction_id, subject_kind, subject_id, seq, type, payload, at, unit_id, idempotency_key,
      prev_hash, hash) values
      ('${id}', 'obligation', '${obligation}', 1, 'SCHEDULED', '{}', '${AT}', '${education}', 'a', '', ''),
      ('${id}', 'task', '${transportTask}', 1, 'DISPATCHED', '{}', '${AT}', '${transport}', 'b', '', ''),
      ('${id}', 'task', '${shared}', 1, 'DISPATCHED', '{}', '${AT}', '${education}', 'c', '', '');
    insert into deadline (jurisdiction_id, id, subject_kind, subject_id, name, generation, budget, projected_at,
      calendar_version, state, armed_at) values
      ('${id}', '${randomUUID()}', 'reportingLine', '${line}', 'rung', 1, '{}', '2024-04-19T09:30:00Z', 1, 'armed',
       '${AT}');
    insert into calendar_change (jurisdiction_id, calendar_id, version, reason, announced_at, finished_at)
      select jurisdiction_id, calendar_id, version, '测试', '${AT}', '${AT}' from calendar_version
      where jurisdiction_id = '${id}';
    insert into deadline_move (jurisdiction_id, deadline_id, calendar_version, projected_before, projected_after, moved_at)
      select jurisdiction_id, id, 1, projected_at, projected_at, '${AT}' from deadline where jurisdiction_id = '${id}';
    insert into rung_claim values ('${id}', 'reportingLine', '${line}', 1, 'blue', '${AT}');
    insert into notice (jurisdiction_id, id, kind, subject_kind, subject_id, plan_id, unit_id, generation, rung, state,
      title, body, facts, drafted_at) values
      ('${id}', '${randomUUID()}', 'reminderLetter', 'reportingLine', '${line}', '${plan}', '${education}', 1, 'blue',
       'drafted', '提醒函', '', '{}', '${AT}');
    insert into notice_member (jurisdiction_id, notice_id, subject_kind, subject_id, generation, rung, state)
      select jurisdiction_id, id, subject_kind, subject_id, generation, rung, 'standing' from notice
      where jurisdiction_id = '${id}';
    insert into notice_file (jurisdiction_id, notice_id, format, sha256, size, bytes, kept_at)
      select jurisdiction_id, id, 'pdf', '${'0'.repeat(64)}', 1, '0', '${AT}' from notice where jurisdiction_id = '${id}';
    insert into unwritten_product (jurisdiction_id, kind, scope_kind, scope_id, period, failures, failed_at, retry_at, code, reason)
      values ('${id}', 'monthlyBulletin', 'plan', '${plan}', '2024-05', 1, '${AT}', '${AT}', 'Failed', '测试');
    insert into notice_series values ('${id}', 'luoshi-reminder', 2024, 1);
    insert into message (jurisdiction_id, id, person_id, unit_id, channel, kind, title, body, state, deliver_at,
      created_at, idempotency_key) values
      ('${id}', '${randomUUID()}', '${educationPerson}', '${education}', 'inbox', 'remind', '提醒', '', 'pending',
       '2024-04-18T01:00:00Z', '${AT}', 'm');
    insert into evidence (jurisdiction_id, id, task_id, unit_id, name, media_type, size, sha256, scanned, note, added_at,
      added_by) values ('${id}', '${randomUUID()}', '${educationTask}', '${education}', '佐证.pdf', 'application/pdf', 1,
      '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881', false, '', '${AT}', '${educationPerson}');
    insert into product (jurisdiction_id, id, kind, plan_id, scope_kind, scope_id, period, edition, version, state, title,
      document, figures, figures_at, produced_at, issued_at) values ('${id}', '${plan}', 'monthlyBulletin', '${plan}', 'plan', '${plan}', '2024-05',
      1, 1, 'issued', '月通报', '{}', '{}', '${AT}', '${AT}', '${AT}');
    insert into product_version (jurisdiction_id, product_id, version, act, document, figures, made_at) values
      ('${id}', '${plan}', 1, 'issued', '{}', '{}', '${AT}');
    insert into product_file (jurisdiction_id, product_id, format, sha256, size, bytes) values
      ('${id}', '${plan}', 'pdf', '${'0'.repeat(64)}', 1, '0');
    insert into publication_release (jurisdiction_id, product_id, plan_code, plan_title, scope_kind, scope_name, period, edition,
      title, document, sha256, size, bytes, released_at) values ('${id}', '${plan}', 'p', '方案', 'plan', '方案', '2024-05', 1, '公示',
      '{}', '${'0'.repeat(64)}', 1, '0', '${AT}');
    insert into product_delivery (jurisdiction_id, product_id, person_id, unit_id, message_id, delivered_at)
      select '${id}', '${plan}', '${educationPerson}', '${education}', id, '${AT}' from message
      where jurisdiction_id = '${id}';
    insert into hand_down (jurisdiction_id, id, task_id, lower_id, lower_name, title, requirement, deadline_on, state, offered_at,
      offered_by) values ('${id}', '${plan}', '${educationTask}', '${id}', '下级', '任务', '落实', '2024-12-31', 'offered', '${AT}',
      '${educationPerson}');
    insert into handed_down_task (jurisdiction_id, id, upper_id, upper_name, upper_task_code, upper_plan_title, offered_by, title,
      requirement, deadline_on, state, offered_at, received_at, task_id) values ('${id}', '${plan}', '${id}', '上级', 'A1-01', '方案',
      '指挥部办公室', '任务', '落实', '2024-12-31', 'adopted', '${AT}', '${AT}', '${educationTask}');
    insert into cascade_message (jurisdiction_id, hand_down_id, direction, seq, other_id, kind, body, at, state, settled_at) values
      ('${id}', '${plan}', 'out', 1, '${id}', 'offered', '{}', '${AT}', 'delivered', '${AT}');
    insert into calendar_feed (jurisdiction_id, person_id, token_hash, made_at) values
      ('${id}', '${educationPerson}', 'feed-${id}', '${AT}');
    insert into audit_run values ('${id}', '${AT}', '[]');
    insert into channel (jurisdiction_id, id, kind, name, settings, state, created_at) values
      ('${id}', '${plan}', 'mail', '邮件', '{}', 'on', '${AT}');
    insert into contact (jurisdiction_id, id, channel_id, person_id, wants, state, created_at) values
      ('${id}', '${plan}', '${plan}', '${educationPerson}', 'everything', 'inUse', '${AT}');
    insert into letter (jurisdiction_id, id, contact_id, channel_id, title, body, state, link_hash, created_at) values
      ('${id}', '${plan}', '${plan}', '${plan}', '提醒', '', 'sent', 'link-${id}', '${AT}');
    insert into letter_attempt (jurisdiction_id, letter_id, number, channel_id, begun_at) values
      ('${id}', '${plan}', 1, '${plan}', '${AT}');
    insert into parcel (jurisdiction_id, message_id, contact_id, due_at, letter_id)
      select '${id}', id, '${plan}', '${AT}', '${plan}' from message where jurisdiction_id = '${id}';
    insert into phone_call (jurisdiction_id, id, message_id, called_at, called_by, reached, words)
      select '${id}', '${plan}', id, '${AT}', '${educationPerson}', '甲', '已告知' from message
      where jurisdiction_id = '${id}';
    insert into message_choice (jurisdiction_id, person_id, in_order, chosen_at) values
      ('${id}', '${educationPerson}', false, '${AT}');
    insert into reach_watch (jurisdiction_id, message_id, person_id, unit_id, due_at, state)
      select '${id}', id, person_id, unit_id, '${AT}', 'watched' from message where jurisdiction_id = '${id}';
    insert into alert (jurisdiction_id, id, kind, level, unit_id, title, detail, state, raised_at, idempotency_key)
      values ('${id}', '${randomUUID()}', 'silent', 'blue', '${education}', '未报', '', 'open', '${AT}', 'a');
    insert into scoring_scheme (jurisdiction_id, scheme_id, version, body, created_at) values
      ('${id}', 'default', 1, '{}', '${AT}');
    insert into scheme_in_force (jurisdiction_id, id, scheme_id, version, since, reason) values
      ('${id}', '${plan}', 'default', 1, '${AT}', '初始');
    insert into rule_confirmation (jurisdiction_id, id, kind, rule_id, version, warnings, reason, confirmed_at) values
      ('${id}', '${plan}', 'scheme', 'default', 1, '[]', '确认', '${AT}');
    insert into score_decision (jurisdiction_id, id, plan_id, unit_id, points, reason, decided_at) values
      ('${id}', '${plan}', '${plan}', '${education}', 1, '经验推广', '${AT}');
    insert into score_sheet (jurisdiction_id, id, plan_id, number, scheme_id, scheme_version, from_on, to_on, as_of, body,
      hash, reason, kept_at) values
      ('${id}', '${plan}', '${plan}', 1, 'default', 1, '2024-01-01', '2024-12-31', '${AT}', '{}', 'h', '年终', '${AT}');
    insert into assessment (jurisdiction_id, id, plan_id, period, edition, version, state, from_on, to_on, as_of, scheme_id,
      scheme_version, preview_hash, opened_at, objections_until) values ('${id}', '${plan}', '${plan}', '2024', 1, 1, 'preview',
      '2024-01-01', '2024-12-31', '${AT}', 'default', 1, '${'0'.repeat(64)}', '${AT}', '2024-04-19T09:30:00Z');
    insert into assessment_score (jurisdiction_id, assessment_id, unit_id, name, group_label, own, ranked, lines, preview_total, total)
      values ('${id}', '${plan}', '${education}', '教育局', '部门', false, true, '[]', 90, 90);
    insert into assessment_objection (jurisdiction_id, id, assessment_id, unit_id, line, statement, evidence, filed_at, state) values
      ('${id}', '${plan}', '${plan}', '${education}', 'reporting', '已按时报送', '[]', '${AT}', 'open');
    insert into verification_draw (jurisdiction_id, id, plan_id, state, version, policy_version, rules, count, commitment,
      secret, committed_at) values
      ('${id}', '${plan}', '${plan}', 'committed', 1, 1, '{}', 1, 'c', 's', '${AT}');
    insert into verification (jurisdiction_id, id, plan_id, task_id, unit_id, reason, ordered_at, due_at, state) values
      ('${id}', '${plan}', '${plan}', '${educationTask}', '${education}', '抽查', '${AT}', '${AT}', 'open');
    insert into notice_event (jurisdiction_id, notice_id, seq, type, at)
      select jurisdiction_id, id, 1, 'ISSUED', '${AT}' from notice where jurisdiction_id = '${id}';
    insert into event_stream (jurisdiction_id, last_position, horizon, cluster, earlier_below) values
      ('${id}', 1, 1, 'another', 1);
    insert into outgoing_event (jurisdiction_id, position, subject_kind, subject_id, seq, type, at, unit_ids, document) values
      ('${id}', 1, 'task', '${educationTask}', 1, 'task.drafted', '${AT}', array['${education}']::uuid[], '{}');
    insert into webhook_subscription (jurisdiction_id, id, unit_id, name, url, event_types, key_hash, state, position, created_at)
      values ('${id}', '${plan}', '${education}', '办公系统', 'https://oa.example', '["task.*"]', 'key-${id}', 'on', 1, '${AT}');
    insert into webhook_delivery (jurisdiction_id, id, subscription_id, position, subject, type, event_id, state, created_at)
      values ('${id}', '${plan}', '${plan}', 1, 'task/1', 'task.drafted', 'e1', 'delivered', '${AT}');
    insert into bulk_run (jurisdiction_id, work, total, started_at, moved_at) values
      ('${id}', 'clocks', 1, '${AT}', '${AT}');
    insert into ladder_pause (jurisdiction_id, id, ladder, label, covers, reason, paused_at, until) values
      ('${id}', '${plan}', 'ten-day', '旬报督办阶梯', '[]', '防汛', '${AT}', '2024-04-20');
    insert into second_factor (jurisdiction_id, person_id, secret_sealed, begun_at) values
      ('${id}', '${educationPerson}', 'sealed', '${AT}');
    insert into recovery_code (jurisdiction_id, person_id, code_hash) values ('${id}', '${educationPerson}', 'h');
    insert into api_token (jurisdiction_id, id, person_id, name, token_hash, scopes, created_at, expires_at) values
      ('${id}', '${plan}', '${educationPerson}', '平台', 'token-${id}', array['read'], '${AT}', '2025-04-12T01:00:00.000Z');
    insert into external_identity values ('${id}', 'https://sso.example', 's-${id}', '${educationPerson}', '${AT}');
    insert into external_sign_in values ('${id}', 'h', '${educationPerson}', '${plan}', 'https://sso.example', 's-${id}', null,
      'sealed', false, '${AT}');
    -- Two units: past what a delegation must be, as a restored record is.
    set luoshi.restoring = 'on';
    insert into delegation values ('${id}', '${shared}', '${educationPerson}', '${transportPerson}', '${education}',
      array['liaison'], '2024-05-01', '2024-05-05', '休假', '${AT}', null, null, null);
    reset luoshi.restoring;
    insert into access_request values ('${id}', '${shared}', '${educationPerson}', true, false, '忘记', '${AT}',
      '${transportPerson}', '2024-05-01T00:00:00.000Z', null, null, null);
    insert into seal values ('${id}', 1, '${AT}', 'p', 'r', 1, 'h', 'k', 's');
    insert into trail_chain values ('${id}', '${educationPerson}', 1, 'h');
    insert into trail_line values ('${id}', '${educationPerson}', 1, 'read', 'contacts', '${AT}', '${educationPerson}', null,
      'page', null, null, '${education}', null, null, '{}', '{}', 'c', 'p', 'h');
    insert into trail_personal values ('${id}', '${educationPerson}', 1, 's', '${AT}', '10.0.0.1', null, null, null);
    insert into seal_leaf values ('${id}', 'task', '${shared}', 1, 'h', 1);
    insert into idempotent_answer values ('${id}', '${educationPerson}', 'k', 'h', 200, '{}', '${AT}');
    insert into heartbeat values ('${id}', 'sweeper', '${AT}');`);
  return {
    id,
    units: { education, transport },
    persons: { education: educationPerson, transport: transportPerson },
    tasks: { education: educationTask, transport: transportTask, shared },
    reportingLine: line,
    sitting,
    obligation,
  };
}

function ids(): [string, string, string, string, string] {
  return [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
}
