import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { reviewStepsQuery } from '../../api/queries.js';
import { Answer } from '../../components/answer.js';
import { EmptyNote } from '../../components/empty-note.js';
import { formatInstant } from '../../format/date.js';
import { panelText, planReviewText, marks } from '../../texts/zh.js';
import { useDesk } from '../desk.js';

/** Who did what to this review, the latest first. */
export function StepsDrawer({ onClose }: { onClose: () => void }) {
  const { review, select } = useDesk();
  const steps = useQuery(reviewStepsQuery(review.id));
  const codeOf = new Map(review.tasks.map(({ id, code }) => [id, code]));
  return (
    <Drawer open onClose={onClose} title={panelText.stepsTitle} size="min(32.5rem, 100vw)">
      <Answer query={steps}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyNote title={panelText.stepsNone} />
          ) : (
            <ol className="pr-steps" data-testid="steps">
              {items
                .toSorted((a, b) => b.seq - a.seq)
                .map(({ seq, at, by, label, draftTaskIds, words }) => (
                  <li key={seq}>
                    <span className="soft small nowrap">{formatInstant(at)}</span>
                    <span>
                      <b>{by === null ? panelText.system : (by.name ?? planReviewText.nobody)}</b> {label}
                      {words === '' ? null : (
                        <span className="soft">
                          {marks.colon}
                          {words}
                        </span>
                      )}
                      {draftTaskIds
                        .filter((id) => codeOf.has(id))
                        .slice(0, 8)
                        .map((id) => (
                          <Button
                            key={id}
                            size="small"
                            type="link"
                            onClick={() => {
                              select(id);
                              onClose();
                            }}
                          >
                            {codeOf.get(id)}
                          </Button>
                        ))}
                    </span>
                  </li>
                ))}
            </ol>
          )
        }
      </Answer>
    </Drawer>
  );
}
