import { Button } from 'antd';
import { listsText } from '../texts/zh.js';

/** A list that is read in pages, as the query of one has it. */
export interface Paged {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** The way to what a list that is read in pages has further down. */
export function More({ list }: { list: Paged }) {
  if (!list.hasNextPage) return null;
  return (
    <div className="panel-body">
      <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()} data-testid="more">
        {listsText.more}
      </Button>
    </div>
  );
}
