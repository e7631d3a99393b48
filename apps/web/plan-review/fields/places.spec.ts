import type { DraftTask } from '#contract';
import { describe, expect, it } from '@jest/globals';
import { evidenceFor, guessOf } from './places.js';

const evidence = (path: string, confidence = 1, reason: string | null = null) => ({
  path,
  span: { start: 0, end: 1 },
  confidence,
  rule: null,
  reason,
});
const task = {
  evidence: [
    evidence('/lead/0'),
    evidence('/lead/1', 0.85, '补上的'),
    evidence('/leadIsInferred'),
    evidence('/support/0', 0.97, '小事'),
    evidence('/deadlines/0', 0.5, '推定的'),
  ],
  doubts: [{ message: '推定的' }],
} as unknown as DraftTask;

describe('where a field was read', () => {
  it('is found by its path and by nothing that only begins like it', () => {
    expect(evidenceFor(task, 'lead').map(({ path }) => path)).toEqual(['/lead/0', '/lead/1']);
    expect(evidenceFor(task, 'lead', 1).map(({ path }) => path)).toEqual(['/lead/1']);
  });

  it('is worth a word where it was guessed and nothing else says so', () => {
    expect(guessOf(task, 'lead')?.reason).toBe('补上的');
    expect(guessOf(task, 'support')).toBeNull();
    expect(guessOf(task, 'deadlines')).toBeNull();
  });
});
