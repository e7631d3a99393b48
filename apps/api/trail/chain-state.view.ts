import type { ChainStateView } from '#contract';
import type { ChainState } from '#sealing';

const TAMPERING: Readonly<Record<string, string>> = {
  changed: '内容被改动',
  removed: '有记录被删除，或与封存时不同',
  inserted: '有记录被插入',
  reordered: '记录顺序被调换',
  headMismatch: '末尾与事项所记不符',
};

export function chainStateView(
  { kind, id, length, fault, seals }: ChainState,
  names: ReadonlyMap<string, string>,
): ChainStateView {
  return {
    chain: { kind, id },
    title: names.get(id) ?? (kind === 'actor' ? '系统' : id),
    length,
    holds: fault === null,
    fault: fault === null ? null : { ...fault, label: TAMPERING[fault.tampering] ?? fault.tampering },
    sealedUpTo: seals.at(-1)?.seq ?? 0,
    seals: seals.slice(-20),
  };
}
