/** An expected refusal: a fact with a stable code and, for the person, what is wrong, where, and how to mend it. */
export interface Rejection {
  code: RejectionCode;
  message: string;
  detail?: Record<string, unknown>;
}

export type RejectionCode =
  | 'EventNotAllowed'
  | 'NotPermitted'
  | 'OwnReport'
  | 'ReasonMissing'
  | 'NoChangeTooOften'
  | 'SubjectNotFound'
  | 'VersionConflict'
  | 'SittingIncomplete'
  | 'SittingNotOpen'
  | 'SittingAlreadyFiled'
  | 'SignOffWanted'
  | 'SignOffNotWanted'
  | 'SignOffNotWaiting'
  | 'OwnSignOff'
  | 'ApproverMissing'
  | 'NoticeNotDrafted'
  | 'NoticeNotAgreed'
  | 'NoticeNotIssued'
  | 'LeadMissing'
  | 'UnitUnknown'
  | 'UnitExists'
  | 'UnitNameClaimed'
  | 'UnitAliasUnknown'
  | 'UnitSuccessionInvalid'
  | 'UnitIsNoGroup'
  | 'ExtensionNotAllowed'
  | 'DeadlineNotSettable'
  | 'CalendarInvalid'
  | 'CalendarUnchanged'
  | 'PolicyUnchanged'
  | 'PolicyUnknown'
  | 'LadderUnknown'
  | 'ProductUnknown'
  | 'ReleaseRefused'
  | 'PublicationEmpty'
  | 'NothingToReport'
  | 'AssessmentExists'
  | 'AssessmentNotOpen'
  | 'ObjectionsClosed'
  | 'ObjectionsOpen'
  | 'ObjectionUndecided'
  | 'ObjectionDecided'
  | 'RecordChanged'
  | 'LadderPaused'
  | 'LadderNotPaused'
  | 'PauseNotAllowed'
  | 'PauseTooLong'
  | 'InputInvalid'
  | 'SchemeInvalid'
  | 'SchemeMissing'
  | 'ComplianceUnconfirmed'
  | 'AmendmentUndecided'
  | 'SourceDiffers'
  | 'PlanAlreadyLoaded'
  | 'ReviewNotOpen'
  | 'ReviewNotReady'
  | 'DrawAlreadyOpen'
  | 'DrawNotOpen'
  | 'PopulationTooSmall'
  | 'RandomnessMissing'
  | 'SamePerson'
  | 'NotIndependent'
  | 'AlreadyVerified'
  | 'AlreadyFound'
  | 'PassageInvalid'
  | 'LinkUnknown'
  | 'LinkExpired'
  | 'TooManyCodes'
  | 'CodeExpired'
  | 'CodeWrong'
  | 'DemandedMessages'
  | 'EvidenceTooMuch'
  | 'EvidenceWithdrawn'
  | 'JurisdictionUnknown'
  | 'JurisdictionNotBelow'
  | 'JurisdictionNotAbove'
  | 'HandedDownAlready'
  | 'DeadlineLaterThanUpper';

export type Outcome<T> = { ok: true; value: T } | { ok: false; rejection: Rejection };

export const refuse = (
  code: RejectionCode,
  message: string,
  detail?: Record<string, unknown>,
): { ok: false; rejection: Rejection } => ({
  ok: false,
  rejection: detail === undefined ? { code, message } : { code, message, detail },
});
