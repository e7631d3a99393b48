import type { Filed, SentForSignOff, SittingItem, SittingView } from '#contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App } from 'antd';
import { useState } from 'react';
import { ApiProblem } from '../api/api-problem.js';
import { call, etagOf } from '../api/client.js';
import { sittingQuery } from '../api/queries.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { filingText, signOffText } from '../texts/zh.js';
import { errorsOf, filingOf, type Errors } from './check.js';
import type { Entries } from './draft.js';
import { headsOf } from './sign-off/heads-of.js';

interface Filing {
  sitting: SittingView;
  onFiled: () => void;
  onErrors: (errors: Errors) => void;
  onClose: () => void;
}

/** Files the package; what the server finds wrong goes back to the fields. */
export function useFiling({ sitting, onFiled, onErrors, onClose }: Filing) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { notification } = App.useApp();
  const keyFor = useIntentionKey();
  const [others, setOthers] = useState<string[]>([]);

  const toHead = sitting.signOff.way === 'sendForSignOff';

  const done = async (answer: Filed | SentForSignOff): Promise<void> => {
    onFiled();
    if ('filedAt' in answer)
      notification.success({
        title: answer.late ? filingText.sentLate : filingText.sent,
        description:
          answer.withoutSignOff === 'vacant'
            ? `${signOffText.filedVacant}${filingText.sentHint}`
            : filingText.sentHint,
      });
    else
      notification.success({ title: signOffText.sent, description: signOffText.sentHint(headsOf(sitting)) });
    await navigate({ to: '/filing', search: {} });
    await queries.invalidateQueries();
  };
  const filing = useMutation({
    // Without a network it says so at once; nothing is filed later behind the person's back.
    networkMode: 'always',
    mutationFn: ({
      items,
      entries,
    }: {
      items: readonly SittingItem[];
      entries: Entries;
    }): Promise<Filed | SentForSignOff> => {
      const body = filingOf(items, entries);
      const etag = etagOf(sitting.version);
      const given = { params: { id: sitting.id }, body, etag, key: keyFor(etag, body) };
      return toHead ? call('sendForSignOff', given) : call('fileSitting', given);
    },
    onSuccess: done,
    onError: (problem, { items }) => {
      if (!(problem instanceof ApiProblem) || problem.errors.length === 0) return;
      const found = errorsOf(items, problem.errors, problem.code);
      onErrors(found.rows);
      setOthers(found.others);
      onClose();
    },
  });
  return {
    busy: filing.isPending,
    problem: filing.error,
    others,
    send: (items: readonly SittingItem[], entries: Entries): void => filing.mutate({ items, entries }),
    /** Reads the sitting again; the draft stays. */
    reload: (): void => {
      filing.reset();
      onClose();
      void queries.invalidateQueries({ queryKey: sittingQuery(sitting.id).queryKey });
    },
  };
}
