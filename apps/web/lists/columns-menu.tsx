import { Button } from 'antd';
import { useId, useRef, useState } from 'react';
import { listsText } from '../texts/zh.js';
import { ColumnRows } from './column-rows.js';
import type { Choosable } from './list-columns.js';
import './lists.css';
import type { ChosenColumns } from './use-columns.js';
import { useOutside } from './use-outside.js';

/** Which columns are shown, and in which order; stands after its button in the page, so that the keyboard comes to it by itself. */
export function ColumnsMenu<C extends Choosable>({ columns }: { columns: ChosenColumns<C> }) {
  const { hidden, restore, untouched } = columns;
  const [open, setOpen] = useState(false);
  const id = useId();
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useOutside(whole, open, () => setOpen(false));
  return (
    <div
      className="columns-menu"
      ref={whole}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      <Button
        ref={button}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        data-testid="columns"
      >
        {hidden.length === 0 ? listsText.columns : listsText.columnsHidden(hidden.length)}
        <span aria-hidden="true">▾</span>
      </Button>
      {open ? (
        <div
          id={id}
          className="columns-panel"
          role="group"
          aria-label={listsText.columnsHint}
          data-testid="columns-panel"
        >
          <ColumnRows columns={columns} />
          <Button size="small" disabled={untouched} onClick={restore}>
            {listsText.restore}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
