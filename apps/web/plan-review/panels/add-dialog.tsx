import type { ReadingSpan, ReviewDocument } from '#contract';
import { useMutation } from '@tanstack/react-query';
import { App, Modal, Select } from 'antd';
import { useMemo, useState } from 'react';
import { ProblemNote } from '../../components/problem-note.js';
import { common, deskText } from '../../texts/zh.js';
import { useDesk } from '../desk.js';
import { codePointsOf } from '../document/code-points.js';
import { linesOf } from '../document/lines.js';
import { passagesOf, rowKey, tasksByRow } from '../document/passages.js';

interface AddDialogProps {
  document: ReviewDocument;
  onClose: () => void;
}

interface Passage {
  label: string;
  span: ReadingSpan;
}

/** Shorter lines are headings and numbers. */
const LEAST = 6;

/** The paragraphs and rows that no task was read from. */
function useFreePassages({ text, tables }: ReviewDocument): Passage[] {
  const { tasks } = useDesk().review;
  return useMemo(() => {
    const points = codePointsOf(text);
    const paragraphs = linesOf(text, passagesOf(tasks, points)).flatMap(({ pieces }) =>
      pieces
        .filter(({ taskId, start, end }) => taskId === null && text.slice(start, end).trim().length >= LEAST)
        .map(({ start, end }) => ({
          label: text.slice(start, end).trim(),
          span: { start: points.toCodePoint(start), end: points.toCodePoint(end) },
        })),
    );
    const taken = tasksByRow(tasks);
    const rows = tables.flatMap(({ sheet, rows: all }) =>
      all
        .filter(({ row }) => !taken.has(rowKey(sheet, row)))
        .map(({ row, cells }) => ({
          label: `${deskText.row(row)} ${cells.filter((cell) => cell !== '').join('｜')}`,
          span: { sheet, row },
        })),
    );
    return [...paragraphs, ...rows];
  }, [text, tables, tasks]);
}

/** A task out of a passage that nobody took for one, found by its words: the way without a pointer. */
export function AddDialog({ document, onClose }: AddDialogProps) {
  const { acts, review, selected, select } = useDesk();
  const passages = useFreePassages(document);
  const { message } = App.useApp();
  const [chosen, choose] = useState<number | undefined>(undefined);
  const [actionCode, setActionCode] = useState(selected?.actionCode ?? review.actions[0]?.code ?? '');
  const adding = useMutation({
    mutationFn: async () => {
      const span = passages[chosen ?? -1]?.span;
      return span === undefined ? null : acts.add({ span, actionCode, after: selected?.id ?? null });
    },
    onSuccess: (task) => {
      if (task === null) return;
      void message.success(deskText.added);
      onClose();
      select(task.id);
    },
  });
  return (
    <Modal
      open
      title={deskText.addTitle}
      okText={deskText.addTask}
      okButtonProps={{ disabled: chosen === undefined }}
      cancelText={common.cancel}
      confirmLoading={adding.isPending}
      onOk={() => adding.mutate()}
      onCancel={onClose}
      data-testid="add-dialog"
    >
      <p className="dialog-prompt">{deskText.addPassageHint}</p>
      <Select
        autoFocus
        className="pr-wide"
        aria-label={deskText.addPassage}
        placeholder={deskText.addPassage}
        value={chosen}
        onChange={choose}
        showSearch={{ optionFilterProp: 'label' }}
        options={passages.map(({ label }, at) => ({ value: at, label }))}
      />
      {review.actions.length > 1 ? (
        <p className="pr-add-into">
          {deskText.addInto}
          <Select
            className="pr-grow"
            aria-label={deskText.addInto}
            value={actionCode}
            onChange={setActionCode}
            options={review.actions.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
          />
        </p>
      ) : null}
      <ProblemNote problem={adding.error} />
    </Modal>
  );
}
