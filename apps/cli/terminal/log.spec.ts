import { describe, expect, test } from '@jest/globals';
import { logLine } from './log.js';

describe('a line of the log', () => {
  test('stays one line, and steers no terminal, whatever was sent', () => {
    const sent = 'GET /x\r\n2024-01-01 信息 all is well\u001b[2J\u2028\u202e';
    const line = logLine('2024-04-12T01:00:00.000Z', '错误', sent, { agent: sent, name: '张三' });
    expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202e]/u);
    expect(line).toContain('\\u000d\\u000a2024-01-01');
    expect(line).toContain('张三');
  });
});
