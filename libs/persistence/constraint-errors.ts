/**
 * What a violated constraint means to whoever sent the request. One table, from the constraint's name to a stable
 * code; constraints that only a programming error can violate are not in it.
 */
export const CONSTRAINT_CODES = {
  unit_jurisdiction_id_code_key: 'UnitCodeTaken',
  unit_jurisdiction_id_name_key: 'UnitNameTaken',
  person_username_key: 'UsernameTaken',
  // Ids of people follow from their user names.
  person_pkey: 'UsernameTaken',
  person_jurisdiction_id_unit_id_fkey: 'UnitUnknown',
  role_assignment_role_check: 'RoleUnknown',
  role_assignment_offices_apart: 'OfficesApart',
  role_assignment_jurisdiction_id_person_id_fkey: 'PersonUnknown',
  plan_jurisdiction_id_code_key: 'PlanCodeTaken',
  action_jurisdiction_id_plan_id_code_key: 'ActionCodeTaken',
  task_jurisdiction_id_plan_id_code_key: 'TaskCodeTaken',
  responsibility_jurisdiction_id_unit_id_fkey: 'UnitUnknown',
  reporting_line_jurisdiction_id_plan_id_unit_id_duty_cadence_key: 'ReportingLineExists',
  sitting_jurisdiction_id_reporting_line_id_period_key: 'SittingExists',
  progress_report_progress_check: 'ProgressOutOfRange',
  progress_report_jurisdiction_id_obligation_id_revision_key: 'RevisionExists',
  event_pkey: 'SubjectMovedOn',
  event_jurisdiction_id_subject_kind_subject_id_idempotency_k_key: 'EventAlreadyRecorded',
  deadline_jurisdiction_id_subject_kind_subject_id_name_gener_key: 'DeadlineAlreadyArmed',
  rung_claim_pkey: 'RungAlreadyClaimed',
  notice_jurisdiction_id_subject_kind_subject_id_generation_r_key: 'NoticeAlreadyDrafted',
  notice_jurisdiction_id_number_key: 'NoticeNumberTaken',
  message_jurisdiction_id_idempotency_key_key: 'MessageAlreadyWritten',
  alert_jurisdiction_id_idempotency_key_key: 'AlertAlreadyRaised',
  seal_pkey: 'AlreadySealed',
  jurisdiction_parent_unknown: 'JurisdictionUnknown',
  jurisdiction_below_parent: 'JurisdictionNotBelow',
  jurisdiction_above_children: 'JurisdictionNotAbove',
  external_sign_in_pkey: 'SignInTaken',
  delegation_of_what_is_held: 'DelegationNotHeld',
  delegation_apart: 'DelegationApart',
  delegation_within: 'DelegationOutside',
  delegation_span: 'DelegationSpan',
  access_request_two_persons: 'SamePerson',
  evidence_erased_by_law: 'EvidenceErased',
  idempotent_answer_pkey: 'RequestAlreadyAnswered',
} as const satisfies Record<string, string>;

export type ConstraintCode = (typeof CONSTRAINT_CODES)[keyof typeof CONSTRAINT_CODES];

/** The code for an error of a statement, or null where the error is not a known constraint's. */
export function constraintCodeOf(error: unknown): ConstraintCode | null {
  if (typeof error !== 'object' || error === null || !('constraint' in error)) return null;
  const { constraint } = error;
  if (typeof constraint !== 'string' || !Object.hasOwn(CONSTRAINT_CODES, constraint)) return null;
  return CONSTRAINT_CODES[constraint as keyof typeof CONSTRAINT_CODES];
}
