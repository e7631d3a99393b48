import type { SittingView } from '#contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { usePhone } from '../components/use-phone.js';
import { filingText } from '../texts/zh.js';
import { firstWrong, focusCell } from './cells.js';
import { checkAll, isComplete, type Errors } from './check.js';
import { ConfirmFiling } from './confirm-filing.js';
import { ConflictView } from './conflict-view.js';
import { confirmed, isTheirs, itemsToFile, withNoChange, type Entries } from './draft.js';
import { FilingFoot } from './filing-foot.js';
import { OfflineNote, PastedNote, RestoredNote } from './filing-notes.js';
import { FilingRow } from './filing-row.js';
import { FilingTools } from './filing-tools.js';
import { KeysDialog } from './keys-dialog.js';
import { OneByOne } from './one-by-one.js';
import type { EntryChange, useDraft } from './use-draft.js';
import { useFiling } from './use-filing.js';
import { useGridKeys } from './use-grid-keys.js';
import { useNoStrayDrop } from './use-no-stray-drop.js';
import { usePaste } from './use-paste.js';

interface FilingFormProps {
  sitting: SittingView;
  draft: ReturnType<typeof useDraft>;
  /** The task that is looked at alone, by its number; undefined: all of them. */
  alone: string | undefined;
  onAlone: (code: string | undefined) => void;
}

const COLUMN_HEADS = ['task', 'progress', 'done', 'problems', 'helpWanted', 'nextSteps'] as const;

/** All tasks of the period in one form, or one after the other. Everything typed is kept on this computer until it is filed. */
export function FilingForm({ sitting, draft, alone, onAlone }: FilingFormProps) {
  const items = itemsToFile(sitting);
  const ids = items.map(({ obligationId }) => obligationId);
  useNoStrayDrop();
  const phone = usePhone();
  const [errors, setErrors] = useState<Errors>({});
  const [asking, ask] = useState(false);
  const [keysShown, showKeys] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const target = useRef<{ id: string; field: string } | null>(null);
  const { change, entries } = draft;
  const single =
    alone === undefined ? null : (items.find(({ task }) => task.code === alone) ?? items[0] ?? null);
  const shown = single === null ? items : [single];

  /** To a cell, also of a task that is not shown yet. */
  const go = (id: string, field: string): void => {
    const code = items.find(({ obligationId }) => obligationId === id)?.task.code;
    if (single === null || single.task.code === code) return focusCell(id, field);
    target.current = { id, field };
    onAlone(code);
  };
  useEffect(() => {
    const to = target.current;
    target.current = null;
    if (to !== null) focusCell(to.id, to.field);
  }, [alone]);
  const isFresh = useRef(!phone);
  useEffect(() => {
    // On a telephone this would bring up the keyboard over what there is to read.
    const [first] = ids;
    if (isFresh.current && first !== undefined) focusCell(first, 'done');
    isFresh.current = false;
    // Only on arrival: whoever is somewhere in the form is left there.
  });

  /** What was marked is looked at again once it is changed. */
  const changeRow = useCallback(
    (id: string, how: EntryChange): void => {
      change(id, how);
      setErrors((old) => Object.fromEntries(Object.entries(old).filter(([row]) => row !== id)));
    },
    [change, setErrors],
  );
  const show = (found: Errors): void => {
    setErrors(found);
    const first = firstWrong(ids, found);
    if (first !== null) go(first.obligationId, first.field);
  };
  const filing = useFiling({ sitting, onFiled: draft.drop, onErrors: show, onClose: () => ask(false) });
  const lookOver = (given: Entries = entries): void => {
    const found = checkAll(items, given);
    if (Object.keys(found).length === 0) ask(true);
    show(found);
  };
  const remaining = items.filter((item) => {
    const entry = entries[item.obligationId];
    return entry === undefined || !isComplete(entry, item);
  }).length;
  const theirs = items.filter((item) => {
    const entry = entries[item.obligationId];
    return entry !== undefined && isTheirs(item, entry);
  });
  const able = items.filter((item) => item.noChange.allowed && !theirs.includes(item));
  const allSame =
    able.length > 0 && able.every(({ obligationId }) => entries[obligationId]?.noChange === true);
  const markAll = (): void => {
    if (able.length === 0) return;
    const given = draft.changeAll(able, (item, entry) => withNoChange(item, entry, !allSame));
    setErrors({});
    // Where that was everything, what is left to do is to look it over and send it.
    if (!allSame && Object.keys(checkAll(items, given)).length === 0) ask(true);
  };
  const paste = usePaste({
    items: shown.length === 1 ? shown : items,
    entries,
    put: draft.put,
    onErrors: show,
  });
  const keys = useGridKeys({
    ids,
    isClosed: (id) => entries[id]?.noChange === true,
    go,
    goToEnd: () => button.current?.focus(),
    noChange: (id) => {
      const item = items.find(({ obligationId }) => obligationId === id);
      if (item?.noChange.allowed !== true) return false;
      changeRow(id, (old) => withNoChange(item, old, !old.noChange));
      return entries[id]?.noChange !== true;
    },
    confirm: (id) => changeRow(id, confirmed),
    allNoChange: markAll,
    submit: () => lookOver(),
    help: () => showKeys(true),
  });
  return (
    <>
      {draft.restored ? <RestoredNote onDiscard={draft.discard} /> : null}
      <OfflineNote />
      {draft.clashes.length === 0 ? null : (
        <ConflictView
          title={filingText.conflict.windows}
          hint={filingText.conflict.windowsHint}
          theirs={filingText.conflict.other}
          items={sitting.items}
          clashes={draft.clashes}
          onDecide={draft.settle}
        />
      )}
      {paste.note === null ? null : (
        <PastedNote note={paste.note} onUndo={paste.undo} onClose={paste.close} />
      )}
      <section
        className={single === null ? 'panel filing' : 'panel filing filing-alone'}
        data-testid="filing-form"
        aria-label={filingText.formName}
        onKeyDown={keys.onKeyDown}
        onPaste={paste.onPaste}
      >
        <FilingTools
          allSame={allSame}
          canBeSame={able.length > 0}
          isRest={theirs.length > 0}
          oneByOne={single !== null}
          savedAt={draft.savedAt}
          onAllSame={markAll}
          onLayout={(one) => onAlone(one ? items[0]?.task.code : undefined)}
          onKeys={() => showKeys(true)}
        />
        {single === null ? (
          <div className="filing-row filing-heads" aria-hidden="true">
            {COLUMN_HEADS.map((head) => (
              <span key={head}>{filingText[head]}</span>
            ))}
          </div>
        ) : (
          <OneByOne
            items={items}
            entries={entries}
            errors={errors}
            current={single.obligationId}
            onChoose={(id) => go(id, 'done')}
          />
        )}
        {shown.map((item) => {
          const entry = entries[item.obligationId];
          return entry === undefined ? null : (
            <FilingRow
              key={item.obligationId}
              item={item}
              entry={entry}
              errors={errors[item.obligationId]}
              onChange={changeRow}
            />
          );
        })}
      </section>
      <FilingFoot
        button={button}
        again={sitting.returnedCount > 0 || items.some(({ signOff }) => signOff?.state === 'returned')}
        toHead={sitting.signOff.way === 'sendForSignOff'}
        remaining={remaining}
        wrong={Object.keys(errors).length}
        problem={asking ? null : filing.problem}
        others={asking ? [] : filing.others}
        onReload={filing.reload}
        onSubmit={() => lookOver()}
      />
      {keysShown ? <KeysDialog onClose={() => showKeys(false)} /> : null}
      {asking ? (
        <ConfirmFiling
          sitting={sitting}
          items={items}
          entries={entries}
          busy={filing.busy}
          problem={filing.problem}
          onConfirm={() => filing.send(items, entries)}
          onCancel={() => ask(false)}
          onReload={filing.reload}
        />
      ) : null}
    </>
  );
}
