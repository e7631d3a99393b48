import type { LoadedSeeds } from '#engine';
import { ROLE_LABELS, ROLES } from '#contract';
import { resolve } from 'node:path';
import type { SystemClock } from '../system/system-clock.js';
import { table } from './table.js';

export interface Welcome {
  url: string;
  /** Null: an outside database. */
  dataDir: string | null;
  clock: SystemClock;
}

/** What `start` says on standard output when all is up. */
export function welcome({ url, dataDir, clock }: Welcome): string {
  const lines = [`落实已启动：${url}`];
  if (dataDir !== null) lines.push(`数据目录：${resolve(dataDir)}`);
  if (clock.rehearsal !== null) {
    lines.push(
      `演练时钟：现为 ${clock.now()}（世界时），${clock.rehearsal.speed} 倍速。不是真实时间，勿用于办公。`,
    );
  }
  lines.push('', '按 Ctrl-C 停止。');
  return `${lines.join('\n')}\n`;
}

/** The demo users, said once, at the moment they are made: a start that is broken off later has said them too. */
export function accounts({ users }: LoadedSeeds): string {
  if (users.length === 0) return '';
  return `示例账号如下（口令只显示这一次）：\n\n${table(['账号', '角色', '口令', '姓名'], users.map(rowOf))}\n\n`;
}

function rowOf({ username, role, password, name }: LoadedSeeds['users'][number]): string[] {
  const known = ROLES.find((one) => one === role);
  return [username, known === undefined ? role : ROLE_LABELS[known], password, name];
}
