import { describe, expect, test } from '@jest/globals';
import { weaknessOf } from './password-strength.js';

const liaison = {
  username: 'farming',
  current: 'harvest-moon-42',
  words: ['王建国', '区农业农村局', 'wangjianguo'],
};
const told = (next: string) => weaknessOf(next, liaison);

describe('a new password', () => {
  test.each(['short-1!', 'aaaaaaaaaaaaaa', 'ababababababab', 'harvest-moon-42', 'my-farming-2024'])(
    'that is too short, of few characters, the one before or holds the account’s name is too simple: %s',
    async (next) => expect(await told(next)).toBe('PasswordTooWeak'),
  );

  test.each(['1234567890', 'qwertyuiop', 'password123', 'administrator', '1q2w3e4r5t', '5201314woaini'])(
    'that has leaked, or nearly, or is made of what everybody takes, is refused: %s',
    async (next) => expect(await told(next)).toMatch(/^Password(Leaked|Guessable)$/),
  );

  test('that stands in the list of leaked ones is told to be one of them', async () => {
    expect(await told('1234567890')).toBe('PasswordLeaked');
  });

  test.each(['wangjianguo88', 'zhangsan1990', 'woaini1314520', '19900101wang', 'abcdefghijkl'])(
    'that is put together from names, dates and habits is told to be guessable: %s',
    async (next) => expect(await told(next)).toMatch(/^Password(Leaked|Guessable)$/),
  );

  test.each(['山高路远坑深大军纵横', 'correct horse battery', 'tea-in-the-12th-room', 'aB3$kq9!zTw'])(
    'that is long or random enough is taken: %s',
    async (next) => expect(await told(next)).toBeNull(),
  );
});
