import { y } from './index.js';
describe('x', () => { it('works', () => { expect(y).toBe(1); }); });
