import { describe, expect, test } from '@jest/globals';
import { isDatabaseAway } from './connect-error.js';
import { PersistenceError } from './persistence-error.js';

const withCode = (code: string): Error => Object.assign(new Error('no'), { code });

describe('a database that is away for now', () => {
  test.each([
    ['nobody listens', withCode('ECONNREFUSED')],
    ['the connection was cut', withCode('ECONNRESET')],
    ['it goes down', withCode('57P01')],
    ['another backend crashed', withCode('57P02')],
    ['it is starting', withCode('57P03')],
    ['its disk is full', withCode('53100')],
    ['it is a standby still', withCode('25006')],
    ['it ended while it was asked', new Error('Connection terminated unexpectedly')],
    ['the network swallows the answer', new Error('Query read timeout')],
    ['no connection comes about', new Error('timeout exceeded when trying to connect')],
    ['on several addresses', new AggregateError([withCode('ECONNREFUSED')])],
    ['our own word for it', new PersistenceError('DATABASE_UNREACHABLE', 'away')],
  ])('%s', (_, error) => {
    expect(isDatabaseAway(error)).toBe(true);
  });

  test.each([
    ['a constraint', withCode('23505')],
    ['a file that is missing', withCode('ENOENT')],
    ['a deadlock', withCode('40P01')],
    ['our own refusal', new PersistenceError('SCOPE_INVALID', 'no')],
    ['nothing', undefined],
  ])('is not %s', (_, error) => {
    expect(isDatabaseAway(error)).toBe(false);
  });
});
