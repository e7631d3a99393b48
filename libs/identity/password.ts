import { hash, verify } from '@node-rs/argon2';

/**
 * Argon2id, 19 MiB, 2 passes, 1 lane: the first choice of the OWASP password storage cheat sheet. About 25 ms
 * on one core. The parameters stand in each hash, so that raising them here leaves old hashes readable.
 */
export const PASSWORD_COST = {
  algorithm: 2, // Argon2id; the library's const enum is not there at run time
  memoryCost: 19_456, // KiB
  timeCost: 2,
  parallelism: 1,
  outputLen: 32,
} as const;

/** A password as it is stored: a PHC string with salt and parameters. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalised(password), PASSWORD_COST);
}

/** False also for a stored hash that cannot be read: nobody signs in by a damaged row. */
export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  try {
    return await verify(stored, normalised(password));
  } catch {
    return false;
  }
}

let decoy: Promise<string> | undefined;

/** Takes the time of a verification and says no: what is done for a user who does not exist. */
export async function verifyNobody(password: string): Promise<false> {
  decoy ??= hashPassword('nobody has this password');
  await verifyPassword(await decoy, password);
  return false;
}

/** The same characters typed on two systems may come as different code points (NIST SP 800-63B, 3.1.1.2). */
function normalised(password: string): string {
  return password.normalize('NFKC');
}
