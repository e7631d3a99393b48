import { useEffect, useRef, useState } from 'react';

const STORED = 'plan-review/keys';

/** Whether single keys act; a person who dictates or uses a screen reader can turn them off (WCAG 2.1.4). */
export function useKeysWanted(): [boolean, (wanted: boolean) => void] {
  const [wanted, setWanted] = useState(() => localStorage.getItem(STORED) !== 'off');
  return [
    wanted,
    (next) => {
      localStorage.setItem(STORED, next ? 'on' : 'off');
      setWanted(next);
    },
  ];
}

const TYPING = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="combobox"]';
const PRESSABLE = 'button, a, summary, input, [role="button"], [role="menuitem"], [role="tab"]';
const IN_FRONT = '[role="dialog"], [role="menu"], [role="listbox"], .ant-select-dropdown, .ant-popover';

/** The name of a key with what is held: `n`, `alt+arrowup`; a capital is its small letter. */
const nameOf = ({ key, altKey }: KeyboardEvent): string => `${altKey ? 'alt+' : ''}${key.toLowerCase()}`;

/** Single keys for the whole page: not while something is typed, nor while a dialog is open. */
export function useShortcuts(keys: Readonly<Record<string, () => void>>, enabled: boolean): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : document.body;
      if (event.ctrlKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
      if (target.closest(TYPING) !== null || target.closest(IN_FRONT) !== null) return;
      if (document.querySelector('.ant-modal-wrap:not([style*="none"]), .ant-drawer-open') !== null) return;
      const name = nameOf(event);
      // Enter and space press what has the focus.
      if ((name === 'enter' || name === ' ') && target.closest(PRESSABLE) !== null) return;
      const act = current.current[name];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [enabled]);
}
