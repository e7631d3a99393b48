import type { DraftTask } from '#contract';
import { Button } from 'antd';
import { cardText, confidenceText, marks } from '../../texts/zh.js';
import { useDesk } from '../desk.js';
import { draftKey } from '../use-drafts.js';
import { FieldEditor, newDraft } from './field-editor.js';
import { FieldValue } from './field-value.js';
import { evidenceFor, guessOf, isCorrected } from './places.js';
import type { Field } from './words.js';

/** A field: what was understood, how sure, whether a person changed it; under the pointer its place is shown. */
export function FieldRow({ task, field }: { task: DraftTask; field: Field }) {
  const { point, drafts, setDraft, mayChange } = useDesk();
  const key = draftKey(task.id, field);
  const draft = drafts[key];
  const guess = guessOf(task, field);
  const show = (): void => point(evidenceFor(task, field).map(({ span }) => span));
  const label = cardText.fields[field];
  return (
    <div
      className="pr-field"
      data-testid={`field-${field}`}
      onMouseEnter={show}
      onMouseLeave={() => point([])}
      onFocus={show}
      onBlur={() => point([])}
    >
      <dt>
        {label}
        {isCorrected(task, field) ? (
          <span className="pr-tag" title={cardText.correctedHint}>
            {cardText.corrected}
          </span>
        ) : null}
      </dt>
      <dd>
        <div className="pr-value">
          {draft === undefined ? (
            <FieldValue task={task} field={field} />
          ) : (
            <FieldEditor task={task} field={field} draft={draft} />
          )}
          {guess === null ? null : (
            <p className="pr-guess small">
              <span className="pr-tag pr-tag-guess">{cardText.guessed}</span> {guess.reason}
              {marks.open}
              {confidenceText(guess.confidence)}
              {marks.close}
            </p>
          )}
        </div>
        {mayChange && draft === undefined ? (
          <Button
            size="small"
            type="text"
            className="pr-edit"
            aria-label={cardText.editField(label)}
            onClick={() => setDraft(key, newDraft(task, field))}
          >
            {cardText.edit}
          </Button>
        ) : null}
      </dd>
    </div>
  );
}
