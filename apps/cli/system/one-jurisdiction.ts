import type { Engine } from '#engine';
import { CliError } from '../cli-error.js';
import { jurisdictionsOf, type JurisdictionRead } from './jurisdictions-of.js';

/** The jurisdiction of that code; without a code, the only one. @throws CliError NOT_LOADED */
export async function oneJurisdiction(engine: Engine, code: string | undefined): Promise<JurisdictionRead> {
  const all = await jurisdictionsOf(engine);
  const found =
    code === undefined ? (all.length === 1 ? all[0] : undefined) : all.find(({ id }) => id === code);
  if (found !== undefined) return found;
  if (all.length === 0) {
    throw new CliError(
      'NOT_LOADED',
      '数据库中还没有任何辖区。请先用 npx luoshi district found 建立，或执行 npx luoshi start 载入示例。',
    );
  }
  const list = all.map(({ id, name }) => `${id}（${name}）`).join('、');
  throw new CliError(
    'NOT_LOADED',
    code === undefined
      ? `数据库中有多个辖区，请用 --jurisdiction 指定其一：${list}`
      : `数据库中没有辖区 ${code}，现有：${list}`,
  );
}
