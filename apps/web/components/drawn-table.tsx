import { Table, type TableProps } from 'antd';
import { useHeadHeight } from '../screen-scale.js';
import { useDrawn } from './use-drawn.js';

interface DrawnTableProps<T> extends Pick<TableProps<T>, 'columns' | 'tableLayout' | 'onChange'> {
  /** In order; all of them, of which those are drawn that are come to. */
  rows: readonly T[];
  testId: string;
}

/** A long list as a table whose head stays below the page's. */
export function DrawnTable<T extends { id: string }>({ rows, testId, ...more }: DrawnTableProps<T>) {
  const { items, end } = useDrawn(rows);
  const headHeight = useHeadHeight();
  return (
    <>
      <Table<T>
        {...more}
        size="small"
        rowKey="id"
        dataSource={items}
        pagination={false}
        sticky={{ offsetHeader: headHeight }}
        data-testid={testId}
      />
      <div ref={end} />
    </>
  );
}
