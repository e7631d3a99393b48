import { Button, Checkbox } from 'antd';
import { useId, useRef, useState } from 'react';
import { listsText } from '../texts/zh.js';
import type { Choosable } from './list-columns.js';
import './lists.css';
import type { ChosenColumns } from './use-columns.js';
import { useOutside } from './use-outside.js';

/** Which columns are shown; stands after its button in the page, so that the keyboard comes to it by itself. */
export function ColumnsMenu<C extends Choosable>({ columns }: { columns: ChosenColumns<C> }) {
  const { all, hidden, hide } = columns;
  const [open, setOpen] = useState(false);
  const id = useId();
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useOutside(whole, open, () => setOpen(false));
  const turn = (key: string, shown: boolean): void =>
    hide(shown ? hidden.filter((each) => each !== key) : [...hidden, key]);
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
          {all.map(({ key, title, stays }) => (
            <Checkbox
              key={key}
              checked={!hidden.includes(key)}
              disabled={stays === true}
              onChange={({ target }) => turn(key, target.checked)}
            >
              {title}
            </Checkbox>
          ))}
          <Button size="small" disabled={hidden.length === 0} onClick={() => hide([])}>
            {listsText.restore}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
