import type { TrailEntryView } from '#contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Space } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.js';
import { ProblemNote } from '../components/problem-note.js';
import { trailTexts, marks } from '../texts/zh.js';
import { chainQuery } from './queries.js';

const { seal } = trailTexts;

/** Whether the chain of a line holds, and the proof of the line for who wants to check it elsewhere. */
export function ChainCheck({ entry }: { entry: TrailEntryView }) {
  const [asked, setAsked] = useState(false);
  const chain = useQuery({ ...chainQuery(entry.chain), enabled: asked });
  const { message } = App.useApp();
  const proof = useMutation({
    mutationFn: () => call('trailProof', { params: { ...entry.chain, seq: String(entry.seq) } }),
    onSuccess: (found) => save(`${entry.chain.kind}-${entry.chain.id}-${String(entry.seq)}.json`, found),
    onError: () => void message.error(seal.proofFailed),
  });
  const state = chain.data;
  return (
    <div className="trail-chain">
      <Space wrap>
        <span className="soft small">
          {seal.place(entry.seq)} · <code>{entry.hash.slice(0, 16)}</code>
        </span>
        <Button size="small" loading={chain.isFetching} onClick={() => setAsked(true)}>
          {seal.check}
        </Button>
        {entry.seal === null ? null : (
          <Button
            size="small"
            title={seal.proofHint}
            loading={proof.isPending}
            onClick={() => proof.mutate()}
          >
            {seal.proof}
          </Button>
        )}
      </Space>
      {state === undefined ? null : state.fault === null ? (
        <Alert
          type="success"
          showIcon
          title={`${seal.holds(state.length)}${marks.comma}${state.sealedUpTo === 0 ? seal.unsealed : seal.sealed(state.sealedUpTo)}`}
        />
      ) : (
        <Alert type="error" showIcon title={seal.broken(state.fault.seq, state.fault.label)} />
      )}
      <ProblemNote problem={chain.error} />
    </div>
  );
}

function save(name: string, value: unknown): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(value)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
