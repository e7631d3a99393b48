import { alertSchema, alertSnapshotSchema, type AlertView } from '#contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { addressOf } from '../api/client.js';

export interface AlertStream {
  /** Open alerts; null until the first snapshot. */
  alerts: readonly AlertView[] | null;
  live: boolean;
}

/** A browser gives a stream up for good when the server refuses it; it is then tried again by hand. */
const TRY_AGAIN_MS = 5000;

const parse = ({ data }: { data: unknown }): unknown => JSON.parse(String(data));
const without = (alerts: readonly AlertView[] | null, id: string): AlertView[] =>
  (alerts ?? []).filter((alert) => alert.id !== id);

/** The open alerts, kept up to date by the server. Every connection starts with all that is open. */
export function useAlertStream(): AlertStream {
  const queries = useQueryClient();
  const [alerts, setAlerts] = useState<readonly AlertView[] | null>(null);
  const [live, setLive] = useState(false);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const source = new EventSource(addressOf('alertStream'));
    let again: ReturnType<typeof setTimeout> | undefined;
    const follow = (): void => {
      void queries.invalidateQueries({ queryKey: ['notices'] });
      void queries.invalidateQueries({ queryKey: ['reporting-lines'] });
    };
    source.addEventListener('snapshot', (event) => {
      const snapshot = alertSnapshotSchema.safeParse(parse(event));
      if (snapshot.success) setAlerts(snapshot.data.items);
      setLive(true);
    });
    source.addEventListener('alert', (event) => {
      const alert = alertSchema.safeParse(parse(event));
      if (!alert.success) return;
      setAlerts((old) => [alert.data, ...without(old, alert.data.id)]);
      follow();
    });
    source.addEventListener('settled', (event) => {
      const alert = alertSchema.safeParse(parse(event));
      if (!alert.success) return;
      setAlerts((old) => without(old, alert.data.id));
      follow();
    });
    source.onerror = () => {
      setLive(false);
      if (source.readyState === EventSource.CLOSED)
        again = setTimeout(() => setAttempt((n) => n + 1), TRY_AGAIN_MS);
    };
    return () => {
      source.close();
      clearTimeout(again);
    };
  }, [queries, attempt]);

  return { alerts, live };
}
