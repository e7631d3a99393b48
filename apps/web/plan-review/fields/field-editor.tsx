import type { DraftTask } from '#contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { ApiProblem } from '../../api/api-problem.js';
import { unitsQuery } from '../../api/queries.js';
import { ProblemNote } from '../../components/problem-note.js';
import { cardText, conflictText, editorText, marks } from '../../texts/zh.js';
import { useDesk } from '../desk.js';
import { draftKey, type FieldDraft } from '../use-drafts.js';
import { CadencesEditor } from './cadences-editor.js';
import {
  DeadlinesEditor,
  IndicatorsEditor,
  OngoingEditor,
  PlaceEditor,
  SubItemsEditor,
  TitleEditor,
  UnitsEditor,
} from './editors.js';
import { correctionOf, formOf, type CadenceForm, type DeadlineForm, type IndicatorForm } from './forms.js';
import type { PlaceForm, SubItemForm } from './forms.js';
import { nameOf, wordsOf, type Field } from './words.js';

interface FieldEditorProps {
  task: DraftTask;
  field: Field;
  draft: FieldDraft;
}

/** One field being corrected. What was typed stays until it is saved or given up, whatever others do meanwhile. */
export function FieldEditor({ task, field, draft }: FieldEditorProps) {
  const { acts, setDraft } = useDesk();
  const units = useQuery(unitsQuery);
  const [incomplete, setIncomplete] = useState(false);
  const key = draftKey(task.id, field);
  const theirs = wordsOf(task, field);
  const inConflict = draft.base !== theirs;
  const label = cardText.fields[field];

  const saving = useMutation({
    mutationFn: async () => {
      const body = correctionOf(task, field, draft.form, units.data);
      setIncomplete(body === null);
      if (body !== null) await acts.correct(task, body);
      return body !== null;
    },
    onSuccess: (saved) => {
      if (saved) setDraft(key, null);
    },
    onError: (problem) => {
      if (problem instanceof ApiProblem && problem.status === 412) void acts.refresh();
    },
  });
  const change = (form: unknown): void => setDraft(key, { ...draft, form });
  const giveUp = (): void => setDraft(key, null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      giveUp();
    }
    const alone = field === 'title' && event.key === 'Enter' && !event.nativeEvent.isComposing;
    if (alone || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      // Their version may have come in while this one was being typed: which of the two stays is chosen, not hit by a key.
      if (!inConflict) saving.mutate();
    }
  };
  const moved = saving.error instanceof ApiProblem && saving.error.status === 412;

  return (
    <div
      role="group"
      className="pr-editor"
      aria-label={cardText.editField(label)}
      onKeyDown={onKeyDown}
      data-testid={`editor-${field}`}
    >
      <Editor task={task} field={field} form={draft.form} onChange={change} />
      {incomplete ? (
        <p role="alert" className="late">
          {editorText.incomplete}
        </p>
      ) : null}
      {inConflict ? (
        <div className="pr-conflict" role="alert" data-testid="conflict">
          <b>{conflictText.title(task.changedBy?.name ?? conflictText.someone)}</b>
          <dl className="facts">
            <dt>{conflictText.yours}</dt>
            <dd>{wordsOfForm(task, field, draft.form, units.data)}</dd>
            <dt>{conflictText.theirs}</dt>
            <dd>{theirs}</dd>
          </dl>
          <div className="bar">
            <Button size="small" type="primary" loading={saving.isPending} onClick={() => saving.mutate()}>
              {conflictText.takeMine}
            </Button>
            <Button size="small" onClick={giveUp}>
              {conflictText.takeTheirs}
            </Button>
          </div>
        </div>
      ) : (
        <div className="bar">
          <Button size="small" type="primary" loading={saving.isPending} onClick={() => saving.mutate()}>
            {cardText.save}
          </Button>
          <Button size="small" onClick={giveUp}>
            {cardText.cancel}
          </Button>
        </div>
      )}
      {/* The versions above say more than that something has changed. */}
      <ProblemNote problem={moved && inConflict ? null : saving.error} />
    </div>
  );
}

/** What was typed, in the words in which the other version is shown. */
function wordsOfForm(
  task: DraftTask,
  field: Field,
  form: unknown,
  units: Parameters<typeof correctionOf>[3],
): string {
  const body = correctionOf(task, field, form, units);
  if (body === null) return editorText.incomplete;
  if (field === 'lead' || field === 'support') {
    const known = [...task.lead, ...task.support];
    const names = (body[field] ?? []).map(({ printed, unitId }) => {
      const unit = known.find((each) => unitId !== undefined && each.unit?.id === unitId);
      return unit === undefined
        ? (units?.items.find(({ id }) => id === unitId)?.name ?? printed)
        : nameOf(unit);
    });
    return names.length === 0 ? cardText.none : names.join(marks.list);
  }
  return wordsOf({ ...task, ...body } as DraftTask, field);
}

interface EditorProps {
  task: DraftTask;
  field: Field;
  form: unknown;
  onChange: (form: unknown) => void;
}

/** The draft was made by `formOf` of the same field: its shape is that field's. */
function Editor({ task, field, form, onChange }: EditorProps) {
  const { review } = useDesk();
  switch (field) {
    case 'title':
      return <TitleEditor value={form as string} onChange={onChange} />;
    case 'ongoing':
      return <OngoingEditor value={form as boolean} onChange={onChange} />;
    case 'lead':
    case 'support':
      return <UnitsEditor label={cardText.fields[field]} value={form as string[]} onChange={onChange} />;
    case 'deadlines':
      return <DeadlinesEditor value={form as DeadlineForm[]} onChange={onChange} />;
    case 'cadences':
      return <CadencesEditor task={task} value={form as CadenceForm[]} onChange={onChange} />;
    case 'indicators':
      return <IndicatorsEditor value={form as IndicatorForm[]} onChange={onChange} />;
    case 'subItems':
      return <SubItemsEditor value={form as SubItemForm[]} onChange={onChange} />;
    case 'place':
      return <PlaceEditor value={form as PlaceForm} onChange={onChange} actions={review.actions} />;
  }
}

/** A draft that starts with the field as it stands. */
export const newDraft = (task: DraftTask, field: Field): FieldDraft => ({
  form: formOf(task, field),
  base: wordsOf(task, field),
});
