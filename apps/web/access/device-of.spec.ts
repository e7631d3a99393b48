import { describe, expect, test } from '@jest/globals';
import { deviceOf } from './device-of.js';

describe('a device', () => {
  test.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0',
      'Windows · Edge',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0',
      'iOS · 微信',
    ],
    [
      'Mozilla/5.0 (Linux; Android 14; HarmonyOS) AppleWebKit/537.36 Chrome/114 Mobile Safari/537.36',
      '鸿蒙 · Chrome',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:126.0) Gecko/20100101 Firefox/126.0', 'Linux · Firefox'],
    ['curl/8.5.0', 'curl/8.5.0'],
  ])('is called as a person would: %s', (agent, name) => expect(deviceOf(agent)).toBe(name));
});
