import { parseYaml, type SeedResult } from './parse-yaml.js';
import { type PlanSeed, planSeedSchema } from './plan-seed.schema.js';

/** Reads a plan kept as YAML (`seeds/plans/`). Errors have a stable code, a Chinese message, line and column. */
export function parsePlanSeed(yamlText: string): SeedResult<PlanSeed> {
  return parseYaml(yamlText, planSeedSchema);
}
