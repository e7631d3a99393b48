import { App } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { listsText } from '../texts/zh.js';
import { keepHere, keptHere } from '../session/kept-here.js';

/** What is kept on this computer under a place, and how to keep something else; it says so where the browser keeps nothing. */
export function useKept<T extends object>(
  place: string,
  schema: z.ZodType<T>,
  nothing: T,
): [T, (next: T) => void] {
  const { message } = App.useApp();
  const [kept, set] = useState(() => keptHere(place, schema) ?? nothing);
  return [
    kept,
    (next) => {
      set(next);
      if (!keepHere(place, next)) void message.warning(listsText.notKept);
    },
  ];
}
