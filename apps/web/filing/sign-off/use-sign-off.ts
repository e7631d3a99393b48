import type { SittingView } from '#contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { call, etagOf } from '../../api/client.js';
import { useIntentionKey } from '../../api/use-intention-key.js';
import { marks, signOffText } from '../../texts/zh.js';

/** What the head and the liaison do with what waits for signature. */
export function useSignOff(sitting: SittingView) {
  const queries = useQueryClient();
  const keyFor = useIntentionKey();
  const { message, notification } = App.useApp();
  const etag = etagOf(sitting.version);
  const params = { id: sitting.id };
  const again = (): Promise<void> => queries.invalidateQueries();
  const signing = useMutation({
    networkMode: 'always',
    mutationFn: (obligationIds: string[]) => {
      const body = { obligationIds };
      return call('signOff', { params, body, etag, key: keyFor('sign', etag, body) });
    },
    onSuccess: async ({ rows, late }) => {
      const out = rows.filter(({ outcome }) => outcome === 'signed');
      const others = rows.filter(({ outcome }) => outcome !== 'signed');
      const codeOf = new Map(sitting.items.map(({ obligationId, task }) => [obligationId, task.code]));
      if (out.length > 0)
        void message.success(late ? signOffText.signedLate(out.length) : signOffText.signed(out.length));
      if (others.length > 0)
        notification.warning({
          title: signOffText.notSigned(others.length),
          // Told row by row, and there until it is read.
          duration: 0,
          description: others
            .map(({ obligationId, message: why }) => `${codeOf.get(obligationId) ?? ''}${marks.colon}${why}`)
            .join('\n'),
          style: { whiteSpace: 'pre-line' },
        });
      await again();
    },
  });
  const takingBack = useMutation({
    networkMode: 'always',
    mutationFn: (obligationIds: string[]) => {
      const body = { obligationIds };
      return call('takeBackFromSignOff', { params, body, etag, key: keyFor('back', etag, body) });
    },
    onSuccess: async () => {
      void message.success(signOffText.takenBack);
      await again();
    },
  });
  return {
    busy: signing.isPending || takingBack.isPending,
    problem: signing.error ?? takingBack.error,
    sign: (ids: string[]): void => signing.mutate(ids),
    takeBack: (ids: string[]): void => takingBack.mutate(ids),
    giveBack: (obligationIds: string[], remark: string) => {
      const body = { obligationIds, remark };
      return call('returnFromSignOff', { params, body, etag, key: keyFor('return', etag, body) });
    },
    /** Reads the sitting again. */
    reload: (): void => {
      signing.reset();
      takingBack.reset();
      void again();
    },
  };
}
