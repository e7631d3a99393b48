import type { SittingItem } from '#contract';
import { Button } from 'antd';
import { useState } from 'react';
import { filingText, marks } from '../texts/zh.js';
import { decided, type Clash, type Compared } from './conflict.js';
import type { Entries, Entry } from './draft.js';

type Side = 'mine' | 'theirs';

interface ConflictViewProps {
  title: string;
  hint: string;
  /** What the other side's is called. */
  theirs: string;
  items: readonly SittingItem[];
  clashes: readonly Clash[];
  onDecide: (entries: Entries) => void;
  /** Mine is not needed. Absent: one has to be chosen. */
  onDismiss?: () => void;
}

const LABELS: Readonly<Record<Compared, string>> = {
  noChange: filingText.noChange,
  progress: filingText.progress,
  done: filingText.done,
  problems: filingText.problems,
  helpWanted: filingText.helpWanted,
  nextSteps: filingText.nextSteps,
  readings: filingText.readings,
};

/** Where two have written differently: both texts, and for each field which one stays. Mine stays until another is chosen. */
export function ConflictView({
  title,
  hint,
  theirs,
  items,
  clashes,
  onDecide,
  onDismiss,
}: ConflictViewProps) {
  const [chosen, choose] = useState<Readonly<Record<string, Partial<Record<Compared, Side>>>>>({});
  const decide = (): void =>
    onDecide(
      Object.fromEntries(
        clashes.map((clash) => [clash.obligationId, decided(clash, chosen[clash.obligationId] ?? {})]),
      ),
    );
  return (
    <section className="panel filing-conflict" data-testid="conflict" role="alert">
      <header className="panel-head">
        <h2>{title}</h2>
        <span className="soft small">{hint}</span>
      </header>
      {clashes.map((clash) => {
        const task = items.find(({ obligationId }) => obligationId === clash.obligationId)?.task;
        if (task === undefined) return null;
        return (
          <div key={clash.obligationId} className="filing-clash">
            <b>
              <span className="number soft">{task.code}</span> {task.title}
            </b>
            {clash.fields.map((field) => (
              <fieldset key={field}>
                <legend className="visually-hidden">
                  {filingText.conflict.fieldOf(task.code, LABELS[field])}
                </legend>
                <span className="soft small">{LABELS[field]}</span>
                {(['mine', 'theirs'] as const).map((side) => (
                  <label key={side}>
                    <input
                      type="radio"
                      name={`${clash.obligationId}/${field}`}
                      checked={(chosen[clash.obligationId]?.[field] ?? 'mine') === side}
                      onChange={() =>
                        choose((old) => ({
                          ...old,
                          [clash.obligationId]: { ...old[clash.obligationId], [field]: side },
                        }))
                      }
                    />
                    <span className="soft small">{side === 'mine' ? filingText.conflict.mine : theirs}</span>
                    <span className="filing-said">{said(clash[side], field)}</span>
                  </label>
                ))}
              </fieldset>
            ))}
          </div>
        );
      })}
      <footer className="filing-clash-foot">
        {onDismiss === undefined ? null : <Button onClick={onDismiss}>{filingText.conflict.dismiss}</Button>}
        <Button type="primary" onClick={decide}>
          {filingText.conflict.keep}
        </Button>
      </footer>
    </section>
  );
}

function said(entry: Entry, field: Compared): string {
  const value = entry[field];
  if (typeof value === 'boolean') return value ? filingText.yes : filingText.no;
  if (typeof value === 'number') return `${value}%`;
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'object' && value !== null) return Object.values(value).join(marks.list);
  return filingText.conflict.empty;
}
