import { Button } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { SearchIcon } from '../components/icons.js';
import { searchText } from '../texts/zh.js';

const SearchDialog = lazy(() =>
  import('./search-dialog.js').then((part) => ({ default: part.SearchDialog })),
);

/** The way to the search, also by Ctrl-K from anywhere; what it needs is fetched when it is first opened. */
export function SearchButton() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      if (event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <Button
        type="text"
        className="shell-search"
        icon={<SearchIcon />}
        aria-label={`${searchText.button} ${searchText.keys}`}
        aria-keyshortcuts="Control+K"
        onClick={() => setOpen(true)}
        data-testid="search"
      >
        <kbd>{searchText.keys}</kbd>
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <SearchDialog onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
