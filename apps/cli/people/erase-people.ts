import {
  BY_COMMAND,
  eraseExpired,
  erasePerson,
  retentionNow,
  rulesInForce,
  type Engine,
  type ErasedCounts,
} from '#engine';
import { systemClock, type Transaction } from '#persistence';
import { CliError } from '../cli-error.js';
import { oneJurisdiction } from '../system/one-jurisdiction.js';
import { withRecord } from '../system/with-record.js';
import type { PeopleOptions } from './people-of-record.js';

interface ErasureOptions extends PeopleOptions {
  dryRun?: boolean;
}

/** Leaves nothing of what it did. */
class OnTrial extends Error {
  constructor(readonly counts: ErasedCounts) {
    super('on trial');
  }
}

/**
 * Erases a person who has left; on trial, does it and takes it back.
 *
 * @throws CliError NOT_LOADED, REFUSED
 */
export function eraseLeft(username: string, options: ErasureOptions): Promise<ErasedCounts> {
  return inJurisdiction(options, async (engine, jurisdictionId) => {
    try {
      return await engine.context.database.transaction({ jurisdictionId }, async (tx) => {
        const personId = await personNamed(tx, username);
        const counts = await erasePerson(tx, personId, systemClock.now(), BY_COMMAND);
        if (counts === null)
          throw new CliError(
            'REFUSED',
            `账号“${username}”的人员还没有离任。请先办理离任：npx luoshi people leave ${username}。`,
          );
        if (options.dryRun === true) throw new OnTrial(counts);
        return counts;
      });
    } catch (error) {
      if (error instanceof OnTrial) return error.counts;
      throw error;
    }
  });
}

/** Erases what the policy keeps no longer. @throws CliError NOT_LOADED */
export function eraseOverdue(options: ErasureOptions): Promise<ErasedCounts> {
  return inJurisdiction(options, async (engine, jurisdictionId) => {
    const { database } = engine.context;
    const { policy } = await database.transaction({ jurisdictionId }, rulesInForce(engine.context), {
      readOnly: true,
    });
    return eraseExpired(database, jurisdictionId, policy.retention, retentionNow(engine.context.clock), {
      dryRun: options.dryRun === true,
      origin: BY_COMMAND,
    });
  });
}

const KINDS: Readonly<Record<string, string>> = {
  sessions: '登录会话',
  externalSignIns: '统一身份认证登录',
  externalIdentities: '统一身份认证绑定',
  trailPersonal: '留痕中的个人信息',
  letters: '站外信件',
  addressedLetters: '验证码等信件',
  letterAttempts: '信件发送结果',
  calls: '电话记录',
  contacts: '接收地址',
  choices: '接收设置',
  feeds: '日历订阅',
  recoveryCodes: '恢复码',
  secondFactors: '二次验证',
  credentials: '登录密码',
  tokens: '接口令牌',
  tokenUses: '接口令牌使用地址',
  repeatedAnswers: '重复请求的答复',
};

export function erasedText(erased: ErasedCounts, dryRun: boolean): string {
  const lines = Object.entries(erased).map(([kind, count]) => `  ${KINDS[kind] ?? kind} ${String(count)} 条`);
  const head = dryRun ? '试算（未清除）' : '已清除，并已留痕';
  return lines.length === 0 ? `${head}：没有需要清除的。` : `${head}：\n${lines.join('\n')}`;
}

const inJurisdiction = <T>(
  options: PeopleOptions,
  work: (engine: Engine, jurisdictionId: string) => Promise<T>,
): Promise<T> =>
  withRecord(options, async (engine) => {
    const { id } = await oneJurisdiction(engine, options.jurisdiction);
    return work(engine, id);
  });

async function personNamed(tx: Transaction, username: string): Promise<string> {
  const [person] = await tx.query<{ id: string }>(
    'select id from person where jurisdiction_id = $1 and username = $2',
    [tx.scope.jurisdictionId, username],
  );
  if (person !== undefined) return person.id;
  throw new CliError(
    'REFUSED',
    `没有账号“${username}”。用 npx luoshi people list 查看；已清除的不再有用户名。`,
  );
}
