import type { BrokenTrail, ProofFault, SealFault, TrailReport } from '#sealing';

const TAMPERING: Record<BrokenTrail['tampering'], string> = {
  changed: '内容被改动',
  removed: '有记录被删除',
  inserted: '有记录被插入',
  reordered: '记录顺序被调换',
  headMismatch: '末尾与事项所记不符',
  rewritten: '从此处起与封存时不同，整条记录链被改写过',
};
const SEAL_FAULTS: Record<SealFault, string> = {
  missing: '缺失',
  changed: '内容与签名不符',
  foreign: '不是用指定的密钥签的',
  unlinked: '与前一次封存不相接',
  historyMismatch: '所记的以往封存与现存的不符',
  rootMismatch: '所封存的内容与现存的不符',
  notPublished: '与已公布的不符，或已被删除',
};

export const holds = (reports: readonly TrailReport[]): boolean =>
  reports.every(
    ({ broken, seals, personal }) =>
      broken.length === 0 && seals.faults.length === 0 && unrecorded(personal) === 0,
  );

/** Personal parts that are gone and of which no erasure tells. */
const unrecorded = (personal: TrailReport['personal']): number =>
  personal === null ? 0 : Math.max(0, personal.erased - personal.recorded);

const PROOF_FAULTS: Record<ProofFault, string> = {
  linkBroken: '记录内容与其哈希不符，或与前后不相接',
  notUnderRoot: '这条记录不在该次封存之内',
  sealChanged: '封存的内容与签名不符',
  keyForeign: '封存不是用指定的密钥签的',
  notPublished: '封存与已公布的不符',
  notItsPast: '前一次封存不是后一次封存的一部分',
};

/** What a proof shows, or what is wrong with it. */
export const proofText = (shows: string, faults: readonly ProofFault[]): string =>
  faults.length === 0
    ? `证明成立：${shows}\n`
    : `证明不成立：\n${faults.map((fault) => `  ✗ ${PROOF_FAULTS[fault]}\n`).join('')}`;

/** What was found, in words. */
export function auditText(reports: readonly TrailReport[]): string {
  const lines = reports.flatMap(
    ({ jurisdictionId, subjects, checked, actors, lines: written, personal, broken, seals, unsealed }) => [
      `${jurisdictionId}：核验 ${subjects} 个事项、${checked} 条记录，${actors} 个操作人的 ${written} 条操作留痕，${seals.count} 次封存` +
        (seals.until === null ? '' : `（截至 ${seals.until}）`) +
        `；其后尚未封存的 ${unsealed} 条`,
      ...seals.keys.map((key) => `  封存公钥 ${key}`),
      ...(personal === null || personal.erased === 0
        ? []
        : [
            `  个人信息：在存 ${personal.held} 份，已按规定清除 ${Math.min(personal.erased, personal.recorded)} 份`,
          ]),
      ...(unrecorded(personal) === 0
        ? []
        : [`  ✗ 个人信息：有 ${unrecorded(personal)} 份不在了，又没有清除的留痕`]),
      ...broken.map(
        ({ subjectKind, subjectId, seq, tampering }) =>
          `  ✗ ${subjectKind} ${subjectId} 第 ${seq} 条：${TAMPERING[tampering]}`,
      ),
      ...seals.faults.map(({ number, fault }) => `  ✗ 第 ${number} 次封存：${SEAL_FAULTS[fault]}`),
    ],
  );
  const last = holds(reports)
    ? '全部完好。尚未封存的记录相互衔接，但拥有数据库的人仍可能整条改写；封存之后才不能。'
    : '记录不完好。请保全现场，从备份比对。';
  return `${[...lines, last].join('\n')}\n`;
}
