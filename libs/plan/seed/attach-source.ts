import { decodeText } from '../decode-text.js';
import type { PlanSeed } from './plan-seed.schema.js';
import { sourceHash } from './source-hash.js';

export type AttachedSource =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly code: 'SOURCE_HASH_MISMATCH' | 'SOURCE_LENGTH_MISMATCH';
      readonly message: string;
    };

/** Is this the file that the plan's places refer to? If so, its text. */
export function attachSource(
  plan: Pick<PlanSeed, 'sourceHash' | 'sourceLength'>,
  bytes: Uint8Array,
): AttachedSource {
  const hash = sourceHash(bytes);
  if (hash !== plan.sourceHash) {
    return {
      ok: false,
      code: 'SOURCE_HASH_MISMATCH',
      message: `文件与方案登记的原文不一致（应为 ${plan.sourceHash.slice(0, 12)}…，实为 ${hash.slice(0, 12)}…）。请使用未经改动的原文文件，或重新导入方案。`,
    };
  }
  const text = decodeText(bytes);
  const length = [...text].length;
  if (length !== plan.sourceLength) {
    return {
      ok: false,
      code: 'SOURCE_LENGTH_MISMATCH',
      message: `原文应有 ${plan.sourceLength} 个字符，实有 ${length} 个。请重新导入方案。`,
    };
  }
  return { ok: true, text };
}
