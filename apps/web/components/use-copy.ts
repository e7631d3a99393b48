import { App } from 'antd';

/** Copies a text and says so; where the page has no clipboard, says how it is done by hand. */
export function useCopy(copied: string, failed: string): (text: string) => void {
  const { message } = App.useApp();
  return (text) => {
    const copy = async (): Promise<void> => {
      try {
        await navigator.clipboard.writeText(text);
        void message.success(copied);
      } catch {
        // A page that was not loaded over TLS has no clipboard.
        void message.warning(failed);
      }
    };
    void copy();
  };
}
