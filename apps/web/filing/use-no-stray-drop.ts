import { useEffect } from 'react';

/** A file that falls beside the rows is let go of: the browser would open it in place of the form. */
export function useNoStrayDrop(): void {
  useEffect(() => {
    const heard = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
    };
    window.addEventListener('dragover', heard);
    window.addEventListener('drop', heard);
    return () => {
      window.removeEventListener('dragover', heard);
      window.removeEventListener('drop', heard);
    };
  }, []);
}
