import type { BatchAct, RoleName } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/client.js';
import { BatchButton } from '../batch/batch-button.js';
import { useSession } from '../session/use-session.js';
import { actionTexts, alertsText } from '../texts/zh.js';

/** More than that nobody reads before issuing them. */
const AT_ONCE = 200;

interface Offered {
  act: BatchAct;
  /** Only drafts that wait for just this: a yellow card is nothing for the commander, a red one not yet for the office. */
  awaits: 'issue' | 'agreement';
  by: readonly RoleName[];
  label: string;
  consequence: string;
}

/** What the offices do with drafts. Whether it may be done with each is said by the batch, before anything is done. */
const ACTS: readonly Offered[] = [
  {
    act: 'issueNotices',
    awaits: 'issue',
    by: ['supervisor'],
    label: alertsText.issueAll,
    consequence: 'issue',
  },
  {
    act: 'agreeToNotices',
    awaits: 'agreement',
    by: ['commander', 'deputyCommander'],
    label: alertsText.agreeAll,
    consequence: 'agree',
  },
];

/** All drafts that wait for the reader, at once: counted, each with what would come of it, then done. */
export function NoticesAtOnce() {
  const { roles } = useSession();
  const offered = ACTS.find(({ by }) => roles.some(({ role }) => by.includes(role)));
  const drafts = useQuery({
    queryKey: ['notices', 'drafted', offered?.awaits],
    queryFn: ({ signal }) =>
      call('notices', { query: { awaits: offered?.awaits, sort: 'draftedAt', limit: AT_ONCE }, signal }),
    enabled: offered !== undefined,
    placeholderData: (before) => before,
  });
  const items = drafts.data?.items ?? [];
  if (offered === undefined || items.length < 2) return null;
  return (
    <BatchButton
      act={offered.act}
      label={offered.label}
      things={items.map(({ id, version, title, unit }) => ({ id, version, name: `${unit.name} · ${title}` }))}
      consequence={actionTexts.consequences[offered.consequence]}
      testId="notices-at-once"
    />
  );
}
