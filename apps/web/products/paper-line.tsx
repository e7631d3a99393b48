import type { ProductBlock } from '#contract';
import type { MouseEvent } from 'react';
import { productText } from '../texts/zh.js';

type Run = NonNullable<ProductBlock['line']>[number];

interface PaperLineProps {
  line: readonly Run[];
  /** Which figure is looked at. */
  open?: string | undefined;
  /** Absent: figures lead nowhere. */
  onFigure?: ((name: string) => void) | undefined;
}

/** A line as it is read: figures lead to what they were counted from, what a person wrote is marked. */
export function PaperLine({ line, open, onFigure }: PaperLineProps) {
  const runs = line.map((run, at) => {
    if (run.kind === 'figure') {
      const name = run.source ?? '';
      if (onFigure === undefined) return <span key={at}>{run.text}</span>;
      const look = (event: MouseEvent): void => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onFigure(name);
      };
      return (
        <a
          key={at}
          href={`?figure=${encodeURIComponent(name)}`}
          className={open === name ? 'official-figure figure-open' : 'official-figure'}
          title={productText.figure(run.text)}
          data-source={name}
          onClick={look}
        >
          {run.text}
        </a>
      );
    }
    const words = run.strong === true ? <strong key={at}>{run.text}</strong> : run.text;
    if (run.edited !== true) return words;
    return (
      <mark key={at} className="official-edited" title={productText.edited}>
        {words}
      </mark>
    );
  });
  // As children of an element, texts of the paper are marked as Chinese on English pages.
  return <>{runs}</>;
}
