import { useEffect, type RefObject } from 'react';

/** Calls when a pointer is put down, or the keyboard goes, outside of a part of the page, as long as it is open. */
export function useOutside(part: RefObject<HTMLElement | null>, open: boolean, onOutside: () => void): void {
  useEffect(() => {
    if (!open) return;
    const look = ({ target }: Event): void => {
      if (target instanceof Node && part.current?.contains(target) === false) onOutside();
    };
    document.addEventListener('pointerdown', look);
    document.addEventListener('focusin', look);
    return () => {
      document.removeEventListener('pointerdown', look);
      document.removeEventListener('focusin', look);
    };
  });
}
