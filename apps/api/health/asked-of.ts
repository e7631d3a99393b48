import type { Readiness } from '#contract';
import type { ReadinessCheck } from '../api-dependencies.js';

/** Reasons are told in our own words where they are ours; a foreign error's text may name hosts and users. */
export async function askedOf({ name, check }: ReadinessCheck): Promise<Readiness['checks'][number]> {
  try {
    return { name, ok: true, detail: await check() };
  } catch {
    return { name, ok: false, detail: '不可用，详见服务端日志' };
  }
}
