import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { call, etagOf } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { arrangeText } from '../texts/zh.js';

interface Announced {
  /** Before the calendar is read again. */
  onAnnounced?: (version: number) => void;
  /** When the new one is here. */
  onShown?: (version: number) => void;
}

/** Asks what another calendar would move (`tried`), or puts it in force (`done`), against the version that was looked at. */
export function useAnnouncing(version: number, { onAnnounced, onShown }: Announced) {
  const keyOf = useIntentionKey();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const etag = etagOf(version);
  const tried = useMutation({
    mutationFn: (body: object) =>
      call('announceCalendar', { body, etag, key: keyOf(body, etag, 'tried', Date.now()) }),
  });
  const done = useMutation({
    mutationFn: (body: object) => call('announceCalendar', { body, etag, key: keyOf(body, etag) }),
    onSuccess: async ({ version: announced }) => {
      onAnnounced?.(announced);
      await queries.invalidateQueries({ queryKey: ['calendar'] });
      void message.success(arrangeText.announced);
      onShown?.(announced);
    },
  });
  return { tried, done };
}
