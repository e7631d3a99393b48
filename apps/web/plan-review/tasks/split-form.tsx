import type { DraftTask } from '#contract';
import { Button } from 'antd';
import { Fragment } from 'react';
import { cardText } from '../../texts/zh.js';
import { useDesk } from '../desk.js';
import { codePointsOf } from '../document/code-points.js';
import { sentencesOf } from './sentences.js';

interface SplitFormProps {
  task: DraftTask;
  /** The words of the document where the task stands. */
  words: string;
  start: number;
  onClose: () => void;
}

/** Where a task is cut in two or more: between its sentences here, or anywhere in the document. */
export function SplitForm({ task, words, start, onClose }: SplitFormProps) {
  const { acts, cuts, setCuts, select } = useDesk();
  const taken = cuts ?? [];
  const { toCodePoint } = codePointsOf(words);
  const sentences = sentencesOf(words);
  const toggle = (cut: number): void =>
    setCuts(
      taken.includes(cut) ? taken.filter((each) => each !== cut) : [...taken, cut].sort((a, b) => a - b),
    );
  const split = async (): Promise<void> => {
    const parts = await acts.actOn(task, { type: 'split', at: [...taken] });
    onClose();
    const first = parts?.toSorted((a, b) => a.position - b.position)[0];
    if (first !== undefined) select(first.id);
  };
  return (
    <div className="pr-split" role="group" aria-label={cardText.splitTitle} data-testid="split-form">
      <b>{cardText.splitTitle}</b>
      <p className="soft small">{cardText.splitHint}</p>
      <div className="pr-sentences">
        {sentences.map((sentence, index) => {
          const cut = start + toCodePoint(sentence.start);
          const isTaken = taken.includes(cut);
          return (
            <Fragment key={sentence.start}>
              {index === 0 ? null : (
                <button
                  type="button"
                  className="pr-split-here"
                  aria-pressed={isTaken}
                  onClick={() => toggle(cut)}
                >
                  {isTaken ? cardText.splitTaken : cardText.splitHere}
                </button>
              )}
              <p>{sentence.text}</p>
            </Fragment>
          );
        })}
      </div>
      <div className="bar">
        <Button
          type="primary"
          disabled={taken.length === 0}
          loading={acts.busy > 0}
          onClick={() => void split()}
        >
          {taken.length === 0 ? cardText.splitNone : cardText.splitDo(taken.length + 1)}
        </Button>
        <Button onClick={onClose}>{cardText.cancel}</Button>
      </div>
    </div>
  );
}
