import {
  AMENDMENT_KIND_LABELS,
  AMENDMENT_KINDS,
  type AmendmentItem,
  type AmendmentKind,
  type DecideAmendment,
} from '#contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Popconfirm } from 'antd';
import { useState } from 'react';
import { call } from '../../api/client.js';
import { useIntentionKey } from '../../api/use-intention-key.js';
import { amendmentQuery } from '../../api/queries.js';
import { Answer } from '../../components/answer.js';
import { EmptyNote } from '../../components/empty-note.js';
import { ProblemNote } from '../../components/problem-note.js';
import { wordInLanguage } from '../../texts/in-language.js';
import { amendmentText } from '../../texts/zh.js';
import { useDesk } from '../desk.js';
import { AmendmentCard } from './amendment-card.js';
import { RejectDialog } from './reject-dialog.js';

/** The kind that a person starts with: the first one that waits for a decision. */
const firstKind = (items: readonly AmendmentItem[]): AmendmentKind =>
  (['changed', 'added', 'removed'] as const).find((kind) =>
    items.some((item) => item.kind === kind && item.decision === null),
  ) ?? 'changed';

type Decided = Partial<Pick<DecideAmendment, 'items' | 'pairs'>>;

/** What the revised text changes of the running plan, to be approved or rejected item by item. */
export function AmendmentView({ onToTasks }: { onToTasks: () => void }) {
  const { review, acts } = useDesk();
  const queries = useQueryClient();
  const keyFor = useIntentionKey();
  const amendment = useQuery(amendmentQuery(review.id, review.version));
  const [chosen, setKind] = useState<AmendmentKind | null>(null);
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [rejecting, reject] = useState<readonly AmendmentItem[] | null>(null);

  const deciding = useMutation({
    mutationFn: (decided: Decided) => {
      const body = { items: decided.items ?? [], pairs: decided.pairs ?? [] };
      return call('decideAmendment', {
        params: { id: review.id },
        body,
        key: keyFor(review.version, body),
      });
    },
    onSuccess: async (answer) => {
      queries.setQueryData(amendmentQuery(review.id, review.version).queryKey, answer);
      reject(null);
      await acts.refresh();
    },
    // Another person may have changed what was decided on: it is shown as it is now.
    onError: () => acts.refresh(),
  });
  const decide = (items: readonly AmendmentItem[], decision: AmendmentItem['decision'], reason?: string) =>
    deciding.mutate({
      items: items.map(({ key, content }) => ({
        key,
        content,
        decision,
        ...(reason === undefined ? {} : { reason }),
      })),
    });

  return (
    <section className="pr-amendment" aria-label={amendmentText.hint}>
      <Answer query={amendment}>
        {({ items, undecided }) => {
          const kind = chosen ?? firstKind(items);
          const ofKind = items.filter((item) => item.kind === kind);
          const open = ofKind.filter(({ decision }) => decision === null);
          const shown = onlyOpen ? open : ofKind;
          const removed = items.filter((item) => item.kind === 'removed');
          return (
            <>
              <div className="pr-filter" role="group">
                {AMENDMENT_KINDS.map((each) => (
                  <button
                    key={each}
                    type="button"
                    aria-pressed={each === kind}
                    onClick={() => setKind(each)}
                    data-testid={`kind-${each}`}
                  >
                    {wordInLanguage(AMENDMENT_KIND_LABELS[each])}{' '}
                    <b>{items.filter((item) => item.kind === each).length}</b>
                  </button>
                ))}
              </div>
              <div className="pr-several bar">
                <b className={undecided > 0 ? 'needs' : undefined} data-testid="undecided">
                  {amendmentText.undecided(undecided)}
                </b>
                {review.mayChange && review.counts.proposed > 0 ? (
                  <Button size="small" type="link" onClick={onToTasks} data-testid="to-unconfirmed">
                    {amendmentText.unconfirmed(review.counts.proposed)}
                  </Button>
                ) : null}
                <Checkbox checked={onlyOpen} onChange={(event) => setOnlyOpen(event.target.checked)}>
                  {amendmentText.onlyUndecided}
                </Checkbox>
                {review.mayChange && open.length > 0 ? (
                  <>
                    <Popconfirm
                      title={amendmentText.approveAsk(
                        wordInLanguage(AMENDMENT_KIND_LABELS[kind]),
                        open.length,
                      )}
                      onConfirm={() => decide(open, 'approved')}
                    >
                      <Button size="small" disabled={deciding.isPending}>
                        {amendmentText.approveAll(open.length)}
                      </Button>
                    </Popconfirm>
                    <Button size="small" disabled={deciding.isPending} onClick={() => reject(open)}>
                      {amendmentText.rejectAll(open.length)}
                    </Button>
                  </>
                ) : null}
              </div>
              <div className="pr-list">
                <ProblemNote problem={rejecting === null ? deciding.error : null} />
                {shown.length === 0 ? (
                  <EmptyNote
                    title={items.length === 0 ? amendmentText.none : amendmentText.undecided(undecided)}
                  />
                ) : (
                  <ol>
                    {shown.map((item) => (
                      <li key={item.key}>
                        <AmendmentCard
                          item={item}
                          removed={removed}
                          busy={deciding.isPending}
                          onApprove={() => decide([item], 'approved')}
                          onReject={() => reject([item])}
                          onAgain={() => decide([item], null)}
                          onPair={(taskId) =>
                            item.draftTaskId !== null &&
                            deciding.mutate({ pairs: [{ draftTaskId: item.draftTaskId, taskId }] })
                          }
                        />
                      </li>
                    ))}
                  </ol>
                )}
              </div>
            </>
          );
        }}
      </Answer>
      {rejecting === null ? null : (
        <RejectDialog
          count={rejecting.length}
          busy={deciding.isPending}
          problem={deciding.error}
          onReject={(reason) => decide(rejecting, 'rejected', reason)}
          onClose={() => reject(null)}
        />
      )}
    </section>
  );
}
