import { identifierOf, outgoingType } from '#accountability';
import type { OutgoingNotice, OutgoingObligation, OutgoingTask, UnplacedEvent } from '#persistence';

/** Of the form of a document. A new number only where a receiver of the former could misread it. */
export const DOCUMENT_VERSION = 1;

/** Events that are not for the unit they are about: it is told by the finding, not by the order to go and look. */
const UNANNOUNCED: ReadonlySet<string> = new Set(['VERIFICATION_ORDERED', 'VERIFICATION_OVERDUE']);

export interface OutgoingFacts {
  tasks: ReadonlyMap<string, OutgoingTask>;
  obligations: ReadonlyMap<string, OutgoingObligation>;
  notices: ReadonlyMap<string, OutgoingNotice>;
}

interface Said {
  data: Record<string, unknown>;
  unitIds: string[];
  /** Of the page that shows it. */
  path: string;
}

export interface WrittenDocument {
  type: string;
  unitIds: string[];
  text: string;
}

/**
 * The one document of an event, which every receiver gets, pushed or fetched, now or in a year. Null where its subject
 * is gone: there is nothing to say about it.
 */
export function eventDocument(
  event: UnplacedEvent,
  facts: OutgoingFacts,
  { jurisdictionId, position, baseUrl }: { jurisdictionId: string; position: number; baseUrl: string | null },
): WrittenDocument | null {
  const { kind, subjectId, seq, at } = event;
  const type = outgoingType(kind, event.type);
  const said = SAID[kind](event, facts);
  if (said === null) return null;
  const text = JSON.stringify({
    id: `evt_${identifierOf('outgoingEvent', jurisdictionId, kind, subjectId, String(seq))}`,
    type,
    version: DOCUMENT_VERSION,
    timestamp: at,
    jurisdiction: jurisdictionId,
    subject: { kind, id: subjectId, seq },
    cursor: String(position),
    data: said.data,
    link: baseUrl === null ? null : `${baseUrl}${said.path}`,
  });
  return { type, unitIds: said.unitIds, text };
}

const SAID: Record<UnplacedEvent['kind'], (event: UnplacedEvent, facts: OutgoingFacts) => Said | null> = {
  task: ({ subjectId, unitId, type, payload }, { tasks }) => {
    const task = tasks.get(subjectId);
    if (task === undefined) return null;
    const unitsOf = (kind: 'lead' | 'support'): { id: string; name: string }[] =>
      task.units.filter((one) => one.kind === kind).map((one) => ({ id: one.unitId, name: one.name }));
    const concerned = [...task.units.map((one) => one.unitId), ...(unitId === null ? [] : [unitId])];
    return {
      data: {
        task: {
          id: task.id,
          code: task.code,
          number: task.number,
          title: task.title,
          plan: { id: task.planId, title: task.planTitle },
          leadUnits: unitsOf('lead'),
          supportUnits: unitsOf('support'),
        },
        facts: payload,
      },
      unitIds: UNANNOUNCED.has(type) ? [] : [...new Set(concerned)],
      path: `/tasks/${task.id}`,
    };
  },
  obligation: ({ subjectId, payload }, { obligations }) => {
    const owed = obligations.get(subjectId);
    if (owed === undefined) return null;
    const { taskId, taskCode, taskTitle } = owed;
    return {
      data: {
        obligation: {
          id: owed.id,
          kind: owed.kind,
          duty: owed.duty,
          period: owed.period,
          dueAt: owed.dueAt,
          unit: { id: owed.unitId, name: owed.unitName },
          task: taskId === null ? null : { id: taskId, code: taskCode, title: taskTitle },
          plan: { id: owed.planId, title: owed.planTitle },
        },
        facts: payload,
      },
      unitIds: [owed.unitId],
      path: taskId === null ? '/duties' : `/tasks/${taskId}`,
    };
  },
  notice: ({ subjectId }, { notices }) => {
    const notice = notices.get(subjectId);
    if (notice === undefined) return null;
    return {
      data: {
        notice: {
          id: notice.id,
          kind: notice.kind,
          rung: notice.rung,
          colour: notice.colour,
          number: notice.number,
          title: notice.title,
          text: notice.body,
          issuedAt: notice.issuedAt,
          unit: { id: notice.unitId, name: notice.unitName },
          about: { kind: notice.subjectKind, id: notice.subjectId },
          plan: { id: notice.planId, title: notice.planTitle },
        },
        facts: {},
      },
      unitIds: [notice.unitId],
      path: `/inbox?notice=${notice.id}`,
    };
  },
};
