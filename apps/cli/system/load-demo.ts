import { randomInt } from 'node:crypto';
import { loadSeeds, type Engine, type LoadedSeeds } from '#engine';
import { hashPassword } from '#identity';
import { projectPath } from '../project-path.js';

/** Letters and digits that are not taken for one another when read from a screen. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Loads the bundled plan and its demo users where there is nothing yet. @throws SeedError */
export function loadDemo(engine: Engine, demoPassword: string | undefined): Promise<LoadedSeeds> {
  return loadSeeds(engine, { seedsDir: projectPath('seeds'), demoPassword, newPassword, hashPassword });
}

/** 14 characters, about 81 bits. */
function newPassword(): string {
  return Array.from({ length: 14 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
