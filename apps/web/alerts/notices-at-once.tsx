import type { BatchAct, RoleName } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/client.js';
import { BatchButton } from '../batch/batch-button.js';
import { useSession } from '../session/use-session.js';
import { actionTexts, alertsText } from '../texts/zh.js';

/** More than that nobody reads before issuing them. */
const AT_ONCE = 200;

/** What the offices do with drafts. Whether it may be done with each is said by the batch, before anything is done. */
const ACTS: readonly { act: BatchAct; by: readonly RoleName[]; label: string; consequence: string }[] = [
  { act: 'issueNotices', by: ['supervisor'], label: alertsText.issueAll, consequence: 'issue' },
  {
    act: 'agreeToNotices',
    by: ['commander', 'deputyCommander'],
    label: alertsText.agreeAll,
    consequence: 'agree',
  },
];

/** All drafts that wait at once: counted, each with what would come of it, then done. */
export function NoticesAtOnce() {
  const { roles } = useSession();
  const offered = ACTS.find(({ by }) => roles.some(({ role }) => by.includes(role)));
  const drafts = useQuery({
    queryKey: ['notices', 'drafted'],
    queryFn: ({ signal }) =>
      call('notices', { query: { state: 'drafted', sort: 'draftedAt', limit: AT_ONCE }, signal }),
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
