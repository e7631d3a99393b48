import { Alert, Button, Select } from 'antd';
import { productText, marks } from '../texts/zh.js';
import type { Edit } from './editing.js';
import { LineEditor } from './line-editor.js';
import type { Editing } from './use-editing.js';

interface EditableBlockProps {
  edit: Edit;
  editing: Editing;
  figures: ReadonlyMap<string, string>;
  label: string;
}

const LEVELS = productText.levels.map((label, value) => ({ label, value: value as Edit['level'] }));

/** One text under the pen: the words, what is wrong with them, what others made of them meanwhile. */
export function EditableBlock({ edit, editing, figures, label }: EditableBlockProps) {
  const { put, drop, save, wrong, conflicts } = editing;
  const amiss = wrong.get(edit.key);
  const isTitle = edit.kind === 'title';
  return (
    <div className="block-editor" data-testid="block-editor">
      {conflicts.has(edit.key) ? <Conflict edit={edit} editing={editing} figures={figures} /> : null}
      <LineEditor
        key={edit.key}
        label={label}
        text={edit.text}
        before={edit.before}
        figures={isTitle ? NONE : figures}
        focus={!editing.restored}
        onChange={(text) => put(edit.key, { text })}
        onSave={save}
        onDrop={() => drop(edit.key)}
      />
      {amiss === undefined ? null : (
        <p className="late" role="alert">
          {amiss}
        </p>
      )}
      <div className="editor-bar">
        <span className="soft small">{productText.editorHelp}</span>
        {edit.kind === 'add' ? (
          <Select
            size="small"
            aria-label={productText.level}
            value={edit.level}
            options={LEVELS}
            onChange={(level) => put(edit.key, { level })}
          />
        ) : null}
        {edit.kind === 'change' ? (
          <>
            <Button size="small" onClick={() => put(edit.key, { kind: 'remove', text: edit.before })}>
              {productText.removeBlock}
            </Button>
            <Button
              size="small"
              onClick={() =>
                editing.begin({ kind: 'add', at: edit.at, before: edit.before, level: 0, text: '' })
              }
            >
              {productText.addBelow}
            </Button>
          </>
        ) : null}
        <Button size="small" onClick={() => drop(edit.key)} data-testid="drop-edit">
          {productText.drop}
        </Button>
      </div>
    </div>
  );
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Somebody else changed the very text: theirs is shown, both stay until one is chosen. */
function Conflict({ edit, editing, figures }: Omit<EditableBlockProps, 'label'>) {
  const now = editing.conflicts.get(edit.key) ?? null;
  const { put, drop } = editing;
  return (
    <Alert
      type="warning"
      showIcon
      data-testid="edit-conflict"
      title={productText.conflictTitle}
      description={
        <>
          {now === null ? (
            <p>{productText.conflictGone}</p>
          ) : (
            <p>
              {productText.conflictNow}
              {marks.colon}
              <q>{readAs(now, figures)}</q>
            </p>
          )}
          <p>{productText.conflictMine}</p>
          <div className="bar">
            {now === null ? (
              <Button size="small" onClick={() => put(edit.key, { kind: 'add', at: edit.at - 1 })}>
                {productText.asNew}
              </Button>
            ) : (
              <Button size="small" onClick={() => put(edit.key, { before: now })} data-testid="take-mine">
                {productText.takeMine}
              </Button>
            )}
            <Button size="small" onClick={() => drop(edit.key)} data-testid="take-theirs">
              {productText.takeTheirs}
            </Button>
          </div>
        </>
      }
    />
  );
}

const readAs = (text: string, figures: ReadonlyMap<string, string>): string =>
  text.replace(/\{\{([^{}]+)\}\}/gu, (_, name: string) => figures.get(name) ?? name);
