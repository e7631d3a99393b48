import { lazy, Suspense, useEffect, useState } from 'react';
import { SearchIcon } from '../components/icons.js';
import { loadLibrary } from '../library/load-library.js';
import { searchText } from '../texts/zh.js';

const SearchDialog = lazy(async () => {
  const [{ SearchDialog: Dialog }, Library] = await Promise.all([
    import('./search-dialog.js'),
    loadLibrary(),
  ]);
  return {
    default: ({ onClose }: { onClose: () => void }) => (
      <Library>
        <Dialog onClose={onClose} />
      </Library>
    ),
  };
});

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
      <button
        type="button"
        className="shell-button shell-search"
        aria-label={`${searchText.button} ${searchText.keys}`}
        aria-keyshortcuts="Control+K"
        onClick={() => setOpen(true)}
        data-testid="search"
      >
        <SearchIcon />
        <kbd>{searchText.keys}</kbd>
      </button>
      {open ? (
        <Suspense fallback={null}>
          <SearchDialog onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
