import { Button } from 'antd';
import type { Paged } from './more.js';

interface ListFootProps {
  list: Paged;
  /** How many are shown, and of how many. */
  said: string;
  /** What the button to the next ones says. */
  more: string;
}

/** Below a list that is read in pages: how much of it stands there, and the way to what comes next. */
export const ListFoot = ({ list, said, more }: ListFootProps) => (
  <p className="panel-body soft small bar">
    {said}
    {list.hasNextPage ? (
      <Button size="small" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
        {more}
      </Button>
    ) : null}
  </p>
);
