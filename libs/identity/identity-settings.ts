/** Limits of sign-in and sessions; every one of them can be configured. */
export interface IdentitySettings {
  /** A session ends after so many minutes without a request. */
  idleMinutes: number;
  /** A session ends so many hours after sign-in, used or not. */
  absoluteHours: number;
  /** So many wrong passwords running are let pass; each one more locks the account. */
  attemptsBeforeLock: number;
  /** The first lock, in minutes; each further wrong password doubles it … */
  firstLockMinutes: number;
  /** … up to this. */
  longestLockMinutes: number;
  /** Whose sessions do nothing until a second factor is set up; anybody may have one. */
  secondFactorFor: 'nobody' | 'offices' | 'everybody';
  /** A refusal is told no sooner than after so many milliseconds, whatever its cause took. */
  refusalTakesMs: number;
}

export const DEFAULT_IDENTITY_SETTINGS: IdentitySettings = {
  idleMinutes: 60,
  absoluteHours: 12,
  attemptsBeforeLock: 5,
  firstLockMinutes: 1,
  longestLockMinutes: 60,
  secondFactorFor: 'nobody',
  refusalTakesMs: 300,
};

/** For how long the `failures`-th wrong password running locks the account, in minutes; 0: not at all. */
export function lockMinutes(settings: IdentitySettings, failures: number): number {
  const over = failures - settings.attemptsBeforeLock;
  if (over < 0) return 0;
  return Math.min(settings.longestLockMinutes, settings.firstLockMinutes * 2 ** Math.min(over, 30));
}
