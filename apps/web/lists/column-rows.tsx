import { Button, Checkbox } from 'antd';
import { useLayoutEffect, useRef, useState } from 'react';
import { listsText } from '../texts/zh.js';
import { movedTo, type Choosable } from './list-columns.js';
import type { ChosenColumns } from './use-columns.js';

/** Every column with its sign, and the ways to move it: buttons for the keyboard, the row itself for the mouse. */
export function ColumnRows<C extends Choosable>({ columns }: { columns: ChosenColumns<C> }) {
  const { all, hidden, hide, arrange } = columns;
  const [dragged, drag] = useState<string | null>(null);
  const [said, say] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const pressed = useRef<{ key: string; name: string } | null>(null);
  // A row that is moved in the page loses the keyboard: it is given back, to the other button where this one has come to an end.
  useLayoutEffect(() => {
    const wanted = pressed.current;
    if (wanted === null) return;
    pressed.current = null;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])].filter(
      ({ dataset, disabled }) => !disabled && dataset['of'] === wanted.key,
    );
    (buttons.find(({ name }) => name === wanted.name) ?? buttons[0])?.focus();
  });
  const front = all.filter(({ stays }) => stays === true).length;
  const order = all.slice(front).map(({ key }) => key);
  const turn = (key: string, shown: boolean): void =>
    hide(shown ? hidden.filter((each) => each !== key) : [...hidden, key]);
  const move = ({ key, title }: C, place: number): void => {
    arrange(movedTo(order, key, place));
    say(listsText.movedTo(title, front + place + 1));
  };
  const step = (column: C, by: 1 | -1) => {
    const place = order.indexOf(column.key) + by;
    const name = by < 0 ? 'up' : 'down';
    return (
      <Button
        type="text"
        size="small"
        name={name}
        data-of={column.key}
        aria-label={by < 0 ? listsText.moveUp(column.title) : listsText.moveDown(column.title)}
        disabled={place < 0 || place >= order.length}
        onClick={() => {
          pressed.current = { key: column.key, name };
          move(column, place);
        }}
      >
        <span aria-hidden="true">{by < 0 ? '↑' : '↓'}</span>
      </Button>
    );
  };
  const drop = (onto: C): void => {
    const column = all.find(({ key }) => key === dragged);
    drag(null);
    if (column !== undefined && column !== onto) move(column, Math.max(0, order.indexOf(onto.key)));
  };
  return (
    <>
      <ul ref={list} className="column-rows">
        {all.map((column) => (
          <li
            key={column.key}
            draggable={column.stays !== true}
            className={dragged === column.key ? 'column-dragged' : undefined}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('text/plain', column.key);
              drag(column.key);
            }}
            onDragEnd={() => drag(null)}
            onDragOver={(event) => {
              if (dragged !== null) event.preventDefault();
            }}
            onDrop={(event) => {
              event.preventDefault();
              drop(column);
            }}
          >
            <Checkbox
              checked={!hidden.includes(column.key)}
              disabled={column.stays === true}
              onChange={({ target }) => turn(column.key, target.checked)}
            >
              {column.title}
            </Checkbox>
            {column.stays === true ? null : (
              <span className="column-moves">
                {step(column, -1)}
                {step(column, 1)}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}
