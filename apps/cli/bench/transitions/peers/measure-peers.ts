import { randomBytes } from 'node:crypto';
import { decide, type Snapshot } from '#accountability';
import pg from 'pg';
import { progress } from '../../../terminal/progress.js';
import { shippedRules } from '../../shipped-rules.js';
import { JUDGED_AT, REASON, TASK_FORCE } from '../judge.js';
import { JURISDICTION, PLAN } from '../bench-district.js';
import { dbos } from './dbos.js';
import { graphileWorker } from './graphile-worker.js';
import { loaderOf, type Peer, type PeerWork } from './peer.js';
import { pgBoss } from './pg-boss.js';
import { restate } from './restate.js';

export interface PeerFigure {
  readonly name: string;
  /** Transitions a second, by way; null: not measured, and why. */
  readonly perSecond: Readonly<Record<string, number>> | null;
  readonly why: string | null;
}

const PEERS: readonly Peer[] = [dbos, restate, graphileWorker, pgBoss];

/** Measures those that are installed in the folder, each in a database of its own on that server; others are named. */
export async function measurePeers(
  folder: string,
  serverUrl: string,
  snapshot: Snapshot,
  { count, concurrency }: { count: number; concurrency: number },
): Promise<PeerFigure[]> {
  const { has, load } = loaderOf(folder);
  const work = peerWork(snapshot, count);
  const figures: PeerFigure[] = [];
  for (const peer of PEERS) {
    const missing = peer.packages.filter((name) => !has(name));
    if (missing.length > 0) {
      progress(`${peer.name}：跳过，${folder} 中没有 ${missing.join('、')}`);
      figures.push({ name: peer.name, perSecond: null, why: `没有安装 ${missing.join('、')}` });
      continue;
    }
    progress(`${peer.name}：${count} 件`);
    const measured = await inDatabase(serverUrl, (databaseUrl) =>
      peer.measure({ databaseUrl, concurrency, ...work }, load, folder),
    ).then(
      (perSecond): PeerFigure => ({ name: peer.name, perSecond, why: null }),
      (error: unknown): PeerFigure => ({ name: peer.name, perSecond: null, why: String(error) }),
    );
    if (measured.why !== null) progress(`${peer.name}：跳过，${measured.why}`);
    figures.push(measured);
  }
  return figures;
}

/** So many reports to be returned, and how that is decided. */
export function peerWork(snapshot: Snapshot, count: number): Pick<PeerWork, 'payloads' | 'decide'> {
  const rules = shippedRules();
  const unitId = String(snapshot.context['unitId']);
  const scope = { jurisdictionId: JURISDICTION, planCode: PLAN, actionCode: 'A1', unitIds: [unitId] };
  const event = { type: 'REPORT_RETURNED', at: JUDGED_AT, reason: REASON };
  return {
    payloads: Array.from({ length: count }, () => ({ snapshot, event })),
    decide: (payload) => {
      const subject = {
        kind: 'obligation' as const,
        scope,
        snapshot: (payload as { snapshot: Snapshot }).snapshot,
      };
      const decision = decide(subject, event, rules, TASK_FORCE);
      if (!decision.ok) throw new Error(decision.rejection.message);
      return decision.snapshot;
    },
  };
}

/** Lets `use` have a throwaway database of a peer. */
export async function inDatabase<T>(serverUrl: string, use: (url: string) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: serverUrl });
  await owner.connect();
  const name = `luoshi_bench_peer_${randomBytes(4).toString('hex')}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  try {
    await owner.query(`create database ${name}`);
    return await use(url.toString());
  } finally {
    await dropWhenLeft(owner, name);
    await owner.end();
  }
}

/** Not by force: a peer whose connection is broken while it is being closed would end this process. */
async function dropWhenLeft(owner: pg.Client, name: string): Promise<void> {
  for (let attempt = 1; attempt <= 100; attempt += 1) {
    const left = await owner.query(`drop database if exists ${name}`).then(
      () => true,
      () => false,
    );
    if (left) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  progress(`临时数据库 ${name} 还有连接，没有删去`);
}
