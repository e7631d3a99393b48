import { ROLE_LABELS, TASK_REPORT, type ObligationContext, type Policy, type Role } from '#accountability';
import type { Filing } from './words/chinese.js';
import type { Saying } from './words/words-in.js';

/** What an obligation is about, by the names that its row gives. */
export interface ObligationNames {
  unit: string;
  /** Of what is about a task. */
  code: string | null;
  title: string | null;
  action: string | null;
  plan: string;
  askedBy: string | null;
  /** Who approved a short notice. */
  approvedBy: string | null;
}

/** How an obligation is spoken of: what is owed, what filing it is called, who judges it. */
export interface ObligationWords {
  owed: string;
  filing: Filing;
  /** Who accepts it; null: it stands as soon as it is filed. */
  judge: string | null;
  missed: string;
}

/** The words for something owed, by its kind. */
export function obligationWords(
  obligation: ObligationContext,
  names: ObligationNames,
  policy: Policy,
  say: Saying,
): ObligationWords {
  const { kind, acceptedBy, askedByUnitId, owedBy } = obligation;
  const { unit, askedBy } = names;
  const [code, title] = [names.code ?? '', names.title ?? ''];
  const [period, due] = [say.period(obligation.period), say.time(obligation.dueAt)];
  const labels = (roles: readonly Role[]): string =>
    say.either(roles.map((role) => say.word(ROLE_LABELS[role])));
  const judge =
    acceptedBy.length === 0 ? null : askedByUnitId === null ? labels(acceptedBy) : (askedBy ?? '');
  const duty = say.word(policy.duties.find(({ name }) => name === obligation.duty)?.label ?? '');
  switch (kind) {
    case TASK_REPORT: {
      const owed = say.owes.report(unit, code, title, period, due);
      return { owed, filing: 'report', judge: say.taskForce, missed: say.missed.report };
    }
    case 'part': {
      const owed = say.owes.part(askedBy ?? '', unit, code, title, period, duty, due);
      return { owed, filing: 'part', judge, missed: say.missed.part };
    }
    case 'requestedReport': {
      const { request } = obligation;
      const asker = say.word(ROLE_LABELS[request?.requestedFor ?? 'supervisor']);
      const asked = say.owes.answer(asker, unit, code, title, request?.words ?? '', due);
      const short =
        request?.approvedBy == null
          ? ''
          : say.owes.shortNotice(policy.requests.noticeHours, names.approvedBy);
      return { owed: asked + short, filing: 'answer', judge: null, missed: say.missed.answer };
    }
    default: {
      const owed = say.owes.duty(labels(owedBy), unit, names.action ?? names.plan, period, duty, due);
      const filing = kind === 'meeting' ? 'meeting' : 'duty';
      return { owed, filing, judge, missed: say.missed[filing] };
    }
  }
}
