import { describe, expect, test } from '@jest/globals';
import { TASK_ACTIONS, taskActionInputSchema } from './index.js';
import type { z } from 'zod';

describe('task actions', () => {
  test.each(Object.entries(TASK_ACTIONS))('the form of %s asks for what its input takes', (_name, action) => {
    const shape = (action.input as z.ZodObject).shape;
    expect(action.fields.map((f) => f.name).sort()).toEqual(Object.keys(shape).sort());
    for (const name of Object.keys(shape)) expect(taskActionInputSchema.shape).toHaveProperty(name);
  });

  test('a reassignment without new units is refused', () => {
    const answer = TASK_ACTIONS.resolveDispute.input.safeParse({ decision: 'reassign', reason: '职责不清' });
    expect(answer.error?.issues[0]).toMatchObject({ path: ['unitIds'], message: '改派须选定新的牵头单位' });
  });
});
