import type { SubjectScope } from '../authorisation/may-send.js';
import { Unsafe } from './canonical.js';

/** Where a case belongs: nowhere. The engine may do anything anywhere; whoever asks all the same is told. */
export const NO_SCOPE: SubjectScope = new Proxy({} as SubjectScope, {
  get: () => {
    throw new Unsafe('a case was asked where it belongs');
  },
  has: () => {
    throw new Unsafe('a case was asked where it belongs');
  },
  ownKeys: () => {
    throw new Unsafe('a case was asked where it belongs');
  },
});
