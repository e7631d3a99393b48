import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { call, type AnswerOf, type Call } from '../api/client.js';

type ChannelRoute = 'pauseChannel' | 'resumeChannel' | 'tryChannel' | 'requeueChannel';

/** One act on a channel; what follows from it is read again. */
export function useChannel<N extends ChannelRoute>(
  route: N,
  done: (answer: AnswerOf<N>) => string,
  after?: () => void,
) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (wanted: Call) => call(route, wanted),
    onSuccess: async (answer) => {
      void message.success(done(answer));
      after?.();
      await queries.invalidateQueries({ queryKey: ['channels'] });
      await queries.invalidateQueries({ queryKey: ['letters'] });
    },
  });
}
