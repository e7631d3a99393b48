import { describe, expect, it } from '@jest/globals';
import { runningTwin, type PlanIdentity } from './running-twin.js';

const RUNNING: PlanIdentity = {
  title: '便民服务提升行动方案',
  documentNumber: '张武办〔2024〕3号',
  issuedBy: '张武区人民政府办公室',
  year: 2024,
};
const twinOf = (changed: Partial<PlanIdentity>): PlanIdentity | null =>
  runningTwin({ ...RUNNING, ...changed }, [{ ...RUNNING, title: '别的方案', documentNumber: '' }, RUNNING]);

describe('a plan that runs already', () => {
  it('is known by its document number, however its brackets and blanks are typed', () => {
    expect(twinOf({ title: '另一个题目', issuedBy: '', year: 2025 })).toBe(RUNNING);
    expect(twinOf({ title: '另一个题目', documentNumber: '张武办[2024] 3 号' })).toBe(RUNNING);
  });

  it('is known by title, issuer and year where the number is missing or differs', () => {
    expect(twinOf({ documentNumber: '' })).toBe(RUNNING);
    expect(twinOf({ documentNumber: '张武办〔2024〕9号', title: '《便民服务提升行动方案》' })).toBe(RUNNING);
  });

  it('is not seen in a plan of another year, issuer or title, nor in one that says nothing', () => {
    const unnumbered = { documentNumber: '' };
    expect(twinOf({ ...unnumbered, year: 2025 })).toBeNull();
    expect(twinOf({ ...unnumbered, issuedBy: '区民政局' })).toBeNull();
    expect(twinOf({ ...unnumbered, title: '养老服务方案' })).toBeNull();
    expect(twinOf({ ...unnumbered, issuedBy: '' })).toBeNull();
  });
});
