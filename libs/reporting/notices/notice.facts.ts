import type { Instant } from '#calendar';

/** What a notice or a message says. Plain text: lines, paragraphs set in by two full-width spaces. */
export interface NoticeText {
  title: string;
  body: string;
  /** Of a notice in the official form: the same words in their parts, before they were put into lines. */
  parts?: NoticeParts;
}

/** A notice in its parts: an official document is set from them, a message shows them as lines. */
export interface NoticeParts {
  /** With the form of address, without the colon; several in the order of the office's list. */
  addressees: string[];
  /** The text with the contact line, without what stands around it; `1. ……；` lines are the list of tasks. */
  paragraphs: string[];
  copiesTo: string[];
}

export interface PlanFacts {
  title: string;
  documentNumber?: string | undefined;
}

/** One report that is owed: the label of its period (`2024年5月中旬`) and when it is, or was, due. */
export interface OwedPeriod {
  label: string;
  dueAt: Instant;
}

/** A task on which reports are owed, with their periods, oldest first; at least one. */
export interface OwedTask {
  code: string;
  title: string;
  periods: OwedPeriod[];
}

/** A notice issued before in the same matter. */
export interface EarlierNotice {
  /** `提醒函` */
  label: string;
  documentNumber: string | null;
  issuedAt: Instant;
}

/** Common to all notices that are issued in the official form. */
export interface OfficialNoticeFacts {
  /** `张武督提〔2024〕1号`; null while it is a draft. */
  documentNumber: string | null;
  issuer: string;
  issuedAt: Instant;
  /** The unit it is about. */
  unit: string;
  plan: PlanFacts;
  /** All tasks of the unit that it is about; at least one. */
  tasks: OwedTask[];
  /** The rule it rests on, as the policy names it. */
  rule: { label: string; version?: number | undefined };
  /** Working days within which the unit may appeal; left out where no appeal is open. */
  appealWithin?: number | undefined;
  /** Earlier notices of the matter, oldest first. */
  earlier?: EarlierNotice[] | undefined;
  /** Who answers questions: office and telephone. */
  contact?: string | undefined;
}
