import { randomInt } from 'node:crypto';

/** Letters and digits that are not taken for one another when read from a screen. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** 14 characters, about 81 bits; told once, and changed when it is first used. */
export const firstPassword = (): string =>
  Array.from({ length: 14 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
