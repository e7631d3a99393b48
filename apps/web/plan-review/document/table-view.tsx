import type { ReviewDocument } from '#contract';
import { useMemo } from 'react';
import { deskText } from '../../texts/zh.js';
import { useDesk } from '../desk.js';
import { rowKey, tasksByRow, toneOf } from './passages.js';

/** The tables of the document, row by row; a row that is a task leads to it. */
export function TableView({ tables }: { tables: ReviewDocument['tables'] }) {
  const { review, selected } = useDesk();
  const tasks = useMemo(() => tasksByRow(review.tasks), [review.tasks]);
  return tables.map(({ sheet, rows }) => {
    const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
    return (
      <div key={sheet} className="pr-table-box">
        <table className="pr-table">
          <caption>{deskText.table(sheet)}</caption>
          <tbody>
            {rows.map(({ row, cells }) => {
              const task = tasks.get(rowKey(sheet, row));
              const chosen = task !== undefined && task.id === selected?.id ? ' pr-chosen' : '';
              return (
                <tr
                  key={row}
                  data-row={rowKey(sheet, row)}
                  data-task={task?.id}
                  className={task === undefined ? undefined : `pr-passage pr-${toneOf(task)}${chosen}`}
                >
                  <th scope="row">{row}</th>
                  {Array.from({ length: width }, (_, at) => (
                    <td key={at}>{cells[at] ?? ''}</td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    );
  });
}
