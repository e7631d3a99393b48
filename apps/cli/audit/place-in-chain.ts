import type { ChainKind, PlaceInChain } from '#sealing';
import { CliError } from '../cli-error.js';

const KINDS: readonly ChainKind[] = ['task', 'obligation', 'reportingLine', 'actor'];

/** A number from 1 on, as it was typed. @throws CliError OPTION_INVALID */
export function numberOf(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0 && number < 2 ** 31) return number;
  throw new CliError('OPTION_INVALID', `“${text}”不是序号。请写从 1 开始的整数。`);
}

/** @throws CliError OPTION_INVALID */
export function placeInChain(kind: string, id: string, seq: string): PlaceInChain {
  const known = KINDS.find((each) => each === kind);
  if (known === undefined)
    throw new CliError('OPTION_INVALID', `没有“${kind}”这一类别。可用的有：${KINDS.join('、')}。`);
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(id))
    throw new CliError('OPTION_INVALID', `“${id}”不是编号。编号形如 3f0c1d2e-0000-4000-8000-000000000000。`);
  return { kind: known, id, seq: numberOf(seq) };
}
