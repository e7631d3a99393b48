import { Alert, Button, Popconfirm } from 'antd';
import { ProblemNote } from '../components/problem-note.js';
import { formatTime } from '../format/date.js';
import { common, productText } from '../texts/zh.js';
import type { Editing } from './use-editing.js';

/** What is typed and not saved: how much, that it is kept here, and the way to save it. Nothing where there is nothing. */
export function SaveBar({ editing, editable }: { editing: Editing; editable: boolean }) {
  const { edits, unsaved, savedAt, restored, merged, conflicts, problem, saving, save, discard } = editing;
  if (edits.length === 0) return null;
  if (!editable) return <Closed editing={editing} />;
  return (
    <div className="save-bar" data-testid="save-bar">
      {restored ? <Alert type="info" showIcon title={productText.restored} /> : null}
      {merged ? <Alert type="warning" showIcon title={productText.merged} data-testid="merged" /> : null}
      <div className="bar">
        <b role="status">{productText.unsaved(unsaved)}</b>
        <span className="soft small">
          {savedAt === null ? '' : productText.keptHere(formatTime(savedAt))}
        </span>
        <Popconfirm
          title={productText.discardAsk}
          okText={productText.discard}
          cancelText={common.cancel}
          onConfirm={discard}
        >
          <Button disabled={saving}>{productText.discard}</Button>
        </Popconfirm>
        <Button
          type="primary"
          disabled={unsaved === 0 || conflicts.size > 0 || saving}
          onClick={save}
          data-testid="save-edits"
        >
          {productText.save}
        </Button>
      </div>
      <ProblemNote problem={problem} />
    </div>
  );
}

/** The draft went on without what was typed: the words are still there to be copied. */
function Closed({ editing }: { editing: Editing }) {
  return (
    <Alert
      type="warning"
      showIcon
      className="product-banner"
      title={productText.closedTitle}
      description={
        <>
          {editing.edits.map(({ key, text }) => (
            <p key={key}>
              <q>{text}</q>
            </p>
          ))}
          <p>{productText.closedHint}</p>
          <Button size="small" onClick={editing.discard}>
            {productText.discard}
          </Button>
        </>
      }
    />
  );
}
