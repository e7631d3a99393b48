import type { MyMessages } from '#contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { call, type Call } from '../api/client.js';
import { MY_MESSAGES } from './queries.js';

type OwnRoute =
  'offerContact' | 'sendCode' | 'proveContact' | 'chooseForContact' | 'giveUpContact' | 'chooseMessages';

/** One change of one's own settings: the answer is what they are from now on. */
export function useOwn(route: OwnRoute, done: string, after?: () => void) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (wanted: Call): Promise<MyMessages> => {
      const seen = queries.getQueryData<MyMessages>(MY_MESSAGES);
      return call(route, seen === undefined ? wanted : { ...wanted, etag: seen.etag });
    },
    onSuccess: (mine) => {
      queries.setQueryData(MY_MESSAGES, mine);
      void message.success(done);
      after?.();
    },
  });
}
