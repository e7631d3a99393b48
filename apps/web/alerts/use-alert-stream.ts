import { alertSchema, alertSnapshotSchema, type AlertView } from '#contract';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useEventSource } from '../api/use-event-source.js';
import { answerInLanguage } from '../texts/in-language.js';

export interface AlertStream {
  /** Open alerts; null until the first snapshot. */
  alerts: readonly AlertView[] | null;
  live: boolean;
}

const parse = ({ data }: { data: unknown }): unknown => answerInLanguage(JSON.parse(String(data)));
const without = (alerts: readonly AlertView[] | null, id: string): AlertView[] =>
  (alerts ?? []).filter((alert) => alert.id !== id);

/** The open alerts, kept up to date by the server. Every connection starts with all that is open. */
export function useAlertStream(): AlertStream {
  const queries = useQueryClient();
  const [alerts, setAlerts] = useState<readonly AlertView[] | null>(null);
  const attend = useCallback(
    (source: EventSource, isLive: () => void): undefined => {
      const follow = (): void => {
        void queries.invalidateQueries({ queryKey: ['notices'] });
        void queries.invalidateQueries({ queryKey: ['reporting-lines'] });
      };
      source.addEventListener('snapshot', (event) => {
        const snapshot = alertSnapshotSchema.safeParse(parse(event));
        if (snapshot.success) setAlerts(snapshot.data.items);
        isLive();
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
    },
    [queries],
  );
  return { alerts, live: useEventSource('alertStream', attend) };
}
