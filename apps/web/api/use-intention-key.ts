import { useCallback, useRef } from 'react';
import { newKey } from './new-key.js';

/**
 * The `Idempotency-Key` of an intention: the same while the same thing is sent again (a lost answer then does it
 * once), a new one as soon as anything in it changes.
 */
export function useIntentionKey(): (...intention: unknown[]) => string {
  const last = useRef({ intention: '', key: '' });
  return useCallback((...intention) => {
    const text = JSON.stringify(intention);
    if (last.current.intention !== text) last.current = { intention: text, key: newKey() };
    return last.current.key;
  }, []);
}
