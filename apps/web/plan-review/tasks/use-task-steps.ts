import type { DraftTask } from '#contract';
import { App } from 'antd';
import { useRef, useState } from 'react';
import { ApiProblem } from '../../api/api-problem.js';
import { problemTexts } from '../../texts/zh.js';
import type { Desk } from '../desk.js';
import { newDraft } from '../fields/field-editor.js';
import type { Field } from '../fields/words.js';
import { nextOf } from '../show-tasks.js';
import { draftKey, type FieldDraft } from '../use-drafts.js';

/** What may be done with the chosen task, by a button or a key. */
export interface TaskSteps {
  open: 'drop' | 'split' | null;
  close: () => void;
  confirm: () => void;
  unconfirm: () => void;
  restore: () => void;
  startSplit: () => void;
  startDrop: () => void;
  drop: (reason: string) => Promise<void>;
  mergeWith: (direction: 1 | -1) => Promise<void>;
  move: (direction: 1 | -1) => Promise<void>;
  edit: (field: Field) => void;
  draftOf: (field: Field) => FieldDraft | null;
}

/** `list` is what is shown: after a task is settled the next one of it is chosen. */
export function useTaskSteps(
  desk: Desk,
  list: readonly DraftTask[],
  onConfirmed: (task: DraftTask, undo: () => void) => void,
): TaskSteps {
  const { selected, acts, select, review, setCuts, setDraft, drafts, mayChange } = desk;
  const [opened, setOpened] = useState<{ taskId: string; form: 'drop' | 'split' } | null>(null);
  /** The last one confirmed: the list has gone on, and a hand may have been too quick. */
  const latest = useRef<DraftTask | null>(null);
  const { message } = App.useApp();
  const open = opened !== null && opened.taskId === selected?.id ? opened.form : null;
  const task = mayChange ? selected : null;

  const goOn = (): void => {
    const next = nextOf(list, selected?.id ?? null, ({ id }) => id !== selected?.id);
    select(next?.id ?? null);
  };
  const close = (): void => {
    setOpened(null);
    setCuts(null);
  };
  const takeBack = (confirmed: DraftTask): void => {
    latest.current = null;
    const now = review.tasks.find(({ id }) => id === confirmed.id) ?? confirmed;
    const { version } = now.version > confirmed.version ? now : confirmed;
    select(confirmed.id);
    void acts.actOn({ ...now, version }, { type: 'doubt' });
  };
  /** The tasks in order that stand beside the chosen one, those left out not counted. */
  const neighbour = (direction: 1 | -1): DraftTask | undefined => {
    const living = review.tasks.filter(({ state, id }) => state !== 'dropped' || id === task?.id);
    return living[living.findIndex(({ id }) => id === task?.id) + direction];
  };
  return {
    open,
    close,
    confirm: () => {
      if (task?.state !== 'proposed') return;
      goOn();
      void acts.actOn(task, { type: 'confirm' }).then((done) => {
        const confirmed = done?.find(({ id }) => id === task.id);
        if (confirmed === undefined) return;
        latest.current = confirmed;
        onConfirmed(confirmed, () => takeBack(confirmed));
      });
    },
    unconfirm: () => {
      const wanted = task?.state === 'confirmed' ? task : mayChange ? latest.current : null;
      if (wanted !== null) takeBack(wanted);
    },
    restore: () => {
      if (task?.state === 'dropped') void acts.actOn(task, { type: 'restore' });
    },
    startSplit: () => {
      if (task === null || task.state === 'dropped' || !('start' in task.span)) return;
      setOpened({ taskId: task.id, form: 'split' });
      setCuts([]);
    },
    startDrop: () => {
      if (task !== null && task.state !== 'dropped') setOpened({ taskId: task.id, form: 'drop' });
    },
    drop: async (reason) => {
      if (task === null) return;
      close();
      goOn();
      await acts.actOn(task, { type: 'drop', reason });
    },
    mergeWith: async (direction) => {
      const other = neighbour(direction);
      if (task === null || other === undefined) return;
      const pair = direction === 1 ? [task, other] : [other, task];
      await acts
        .actOnReview({ type: 'merge', tasks: pair.map(({ id, version }) => ({ id, version })) })
        .then((merged) => {
          const left =
            merged.tasks.find(({ id }) => pair.some((each) => each.id === id)) ??
            merged.tasks.find(({ origin }) => pair[0]?.origin.some((code) => origin.includes(code)));
          if (left !== undefined) select(left.id);
        })
        .catch((problem: unknown) => {
          void message.error(problem instanceof ApiProblem ? problem.detail : problemTexts.server);
          void acts.refresh();
        });
    },
    move: async (direction) => {
      if (task === null) return;
      const at = review.tasks.findIndex(({ id }) => id === task.id);
      const behind = direction === 1 ? review.tasks[at + 1] : review.tasks[at - 2];
      if ((direction === 1 && behind === undefined) || (direction === -1 && at === 0)) return;
      await acts.actOn(task, { type: 'move', after: behind?.id ?? null });
    },
    edit: (field) => {
      if (task === null || task.state === 'dropped') return;
      const key = draftKey(task.id, field);
      if (drafts[key] === undefined) setDraft(key, newDraft(task, field));
    },
    draftOf: (field) => (task === null ? null : newDraft(task, field)),
  };
}
