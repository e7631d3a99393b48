import { Button, Drawer } from 'antd';
import { common, panelText } from '../../texts/zh.js';
import { EmptyNote } from '../../components/empty-note.js';
import { useDesk } from '../desk.js';
import { NameUnitForm } from '../fields/name-unit-form.js';

/** Printed names that no unit answers to: one choice mends all the tasks that they stand in. */
export function UnmatchedDrawer({ onClose }: { onClose: () => void }) {
  const { review, select, mayChange } = useDesk();
  const codeOf = new Map(review.tasks.map(({ id, code }) => [id, code]));
  return (
    <Drawer
      open
      onClose={onClose}
      title={panelText.unmatchedTitle}
      size="min(40rem, 100vw)"
      data-testid="unmatched"
    >
      <p className="dialog-prompt">{panelText.unmatchedHint}</p>
      {review.unmatched.length === 0 ? <EmptyNote title={panelText.unmatchedNone} /> : null}
      <ul className="pr-unmatched">
        {review.unmatched.map(({ printed, draftTaskIds, suggestions }) => (
          <li key={printed} data-testid={`unmatched-${printed}`}>
            <div className="pr-unmatched-head">
              <b>{printed}</b>
              <span className="soft small">{panelText.inTasks(draftTaskIds.length)}</span>
              {draftTaskIds.slice(0, 5).map((id) => (
                <Button
                  key={id}
                  size="small"
                  type="link"
                  onClick={() => {
                    select(id);
                    onClose();
                  }}
                >
                  {codeOf.get(id) ?? common.none}
                </Button>
              ))}
            </div>
            {mayChange ? (
              <NameUnitForm
                printed={printed}
                suggestions={suggestions}
                tasks={draftTaskIds.length}
                onDone={() => undefined}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
