import { useEffect, useState } from 'react';

/** A dialog that goes away gives the focus back to what it was opened from, where that is still there: nobody begins again at the top. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const isNowhere = document.activeElement === null || document.activeElement === document.body;
      if (isNowhere && before instanceof HTMLElement && before.isConnected) before.focus();
    },
    [before],
  );
}
