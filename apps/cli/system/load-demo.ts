import { loadSeeds, type Engine, type LoadedSeeds } from '#engine';
import { hashPassword } from '#identity';
import { projectPath } from '../project-path.js';
import { progress } from '../terminal/progress.js';
import { newPassword } from './new-password.js';

export interface Seeding {
  /** One password for all demo users; undefined: a random one each. */
  demoPassword: string | undefined;
  /** Called with the demo users at the moment they are made. */
  onSeeds: (seeds: LoadedSeeds) => void;
  /** The record is to live on a rehearsal clock. */
  rehearsal?: boolean;
}

/** Loads the bundled plan and its demo users where there is nothing yet. @throws SeedError */
export async function loadDemo(
  engine: Engine,
  { demoPassword, onSeeds, rehearsal }: Seeding,
): Promise<LoadedSeeds> {
  const seeds = await loadSeeds(engine, {
    seedsDir: projectPath('seeds'),
    demoPassword,
    newPassword,
    hashPassword,
    rehearsal,
  });
  if (seeds.loaded) {
    progress(`已载入示例方案 ${seeds.planCode}（${seeds.jurisdictionId}）`);
    onSeeds(seeds);
  }
  return seeds;
}
