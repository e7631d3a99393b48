import type { ReviewDocument } from '#contract';
import { Button, Select } from 'antd';
import { useEffect, useMemo, useRef, useState, type MouseEvent } from 'react';
import { deskText } from '../../texts/zh.js';
import { useDesk, type Reveal } from '../desk.js';
import { codePointsOf } from './code-points.js';
import { lineAt, linesOf } from './lines.js';
import { rangeOf, rowKey } from './passages.js';
import { placeAt, selectedRange } from './selection.js';
import { TableView } from './table-view.js';
import { TextView } from './text-view.js';

interface DocumentPaneProps {
  document: ReviewDocument;
  reveal: Reveal | null;
  /** On a telephone the text and the tasks take turns. */
  visible: boolean;
  onAdd: (range: { start: number; end: number }, actionCode: string) => void;
}

/** The document as it was read. A click on a task chooses it; a selection can become one. */
export function DocumentPane({ document: { text, tables }, reveal, visible, onAdd }: DocumentPaneProps) {
  const { review, select, selected, cuts, setCuts, mayChange } = useDesk();
  const root = useRef<HTMLDivElement>(null);
  const points = useMemo(() => codePointsOf(text), [text]);
  const plainLines = useMemo(() => linesOf(text, []), [text]);
  const [range, setRange] = useState<{ start: number; end: number } | null>(null);
  const [actionCode, setActionCode] = useState<string | null>(null);

  useEffect(() => {
    const onSelection = (): void => {
      const pane = root.current;
      // A press on the bar's own controls ends the selection in some browsers; what was selected stays meant.
      if (pane === null || pane.parentElement?.querySelector('.pr-add')?.contains(document.activeElement))
        return;
      setRange(selectedRange(pane));
    };
    document.addEventListener('selectionchange', onSelection);
    return () => document.removeEventListener('selectionchange', onSelection);
  }, []);

  useEffect(() => {
    if (reveal === null || !visible) return undefined;
    const show = (): void => {
      const place = rangeOf(reveal.span, points);
      const wanted =
        place === null
          ? 'row' in reveal.span
            ? `[data-row="${CSS.escape(rowKey(reveal.span.sheet, reveal.span.row))}"]`
            : ''
          : `[data-line="${lineAt(plainLines, place.start)}"]`;
      const pane = root.current;
      const line = wanted === '' ? null : pane?.querySelector(wanted);
      if (pane == null || line == null) return;
      // Only the pane is to move, never the page around it.
      const top = line.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      pane.scrollTop += top - pane.clientHeight / 4;
    };
    show();
    // Groups that have just come into view know their heights only now.
    const again = requestAnimationFrame(show);
    return () => cancelAnimationFrame(again);
  }, [reveal, visible, points, plainLines]);

  const onClick = (event: MouseEvent): void => {
    if (!(event.target instanceof Element) || window.getSelection()?.isCollapsed === false) return;
    const taskId = event.target.closest<HTMLElement>('[data-task]')?.dataset['task'];
    if (cuts !== null && taskId !== undefined && taskId === selected?.id) {
      const place = placeAt(event.clientX, event.clientY);
      const span = selected.span;
      if (place === null || !('start' in span)) return;
      const cut = points.toCodePoint(place);
      if (cut <= span.start || cut >= span.end) return;
      setCuts(
        cuts.includes(cut) ? cuts.filter((each) => each !== cut) : [...cuts, cut].sort((a, b) => a - b),
      );
    } else if (taskId !== undefined) select(taskId, { inDocument: true });
  };
  const intoAction = actionCode ?? selected?.actionCode ?? review.actions[0]?.code ?? '';

  return (
    <section className="pr-document" aria-label={deskText.document}>
      <div
        ref={root}
        className={cuts === null ? 'pr-text' : 'pr-text pr-cutting'}
        // The keyboard scrolls what it can reach.
        tabIndex={0}
        role="region"
        aria-label={deskText.document}
        onClick={onClick}
        data-testid="document"
      >
        {text.trim() === '' ? null : <TextView text={text} points={points} />}
        {tables.length === 0 ? null : <TableView tables={tables} />}
      </div>
      {cuts !== null ? <p className="pr-add soft">{deskText.cutHere}</p> : null}
      {range !== null && mayChange && cuts === null ? (
        <div className="pr-add" data-testid="add-from-selection">
          <span>{deskText.selection(points.toCodePoint(range.end) - points.toCodePoint(range.start))}</span>
          {review.actions.length > 1 ? (
            <Select
              className="pr-grow"
              aria-label={deskText.addInto}
              value={intoAction}
              onChange={setActionCode}
              options={review.actions.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
            />
          ) : null}
          <Button
            type="primary"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              onAdd(
                { start: points.toCodePoint(range.start), end: points.toCodePoint(range.end) },
                intoAction,
              );
              window.getSelection()?.removeAllRanges();
              setRange(null);
            }}
          >
            {deskText.addTask}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
