import { readDataFile, type DataFileResult } from '#data-file';
import { type PlanSeed, planSeedSchema } from './plan-seed.schema.js';

/** Reads a plan kept as YAML (`seeds/plans/`). Problems have a stable code, a Chinese message, line and column. */
export const parsePlanSeed = (yamlText: string): DataFileResult<PlanSeed> =>
  readDataFile(planSeedSchema, yamlText);
