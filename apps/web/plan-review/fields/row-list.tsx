import { Button } from 'antd';
import type { ReactNode } from 'react';
import { editorText } from '../../texts/zh.js';

interface RowListProps<R> {
  rows: readonly R[];
  onChange: (rows: R[]) => void;
  empty: R;
  add: string;
  render: (row: R, change: (row: R) => void) => ReactNode;
}

/** Rows of the same kind: each can be changed and taken away, and another one added. */
export function RowList<R>({ rows, onChange, empty, add, render }: RowListProps<R>) {
  return (
    <div className="pr-rows">
      {rows.map((row, at) => (
        <div key={at} className="pr-rows-row">
          {render(row, (next) => onChange(rows.map((each, index) => (index === at ? next : each))))}
          <Button size="small" onClick={() => onChange(rows.filter((_, index) => index !== at))}>
            {editorText.remove}
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...rows, empty])}>
        {add}
      </Button>
    </div>
  );
}
