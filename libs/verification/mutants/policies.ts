import type { Fault } from './fault.js';

const FILE = 'seeds/policies/default.yaml';

/** Figures and words of the shipped policy that say something else than domain.md. */
export const policies: readonly Fault[] = [
  {
    name: 'red-without-the-commander',
    file: FILE,
    text: '# 经指挥长同意，由督查室印发\n      issue: { by: supervisor, within: { workingDays: 1 }, agreedBy: commander }',
    replacement: '# 由督查室印发\n      issue: { by: supervisor, within: { workingDays: 1 } }',
    breaks: 'A red card for silence needs nobody’s agreement.',
  },
  {
    name: 'a-week-to-sign',
    file: FILE,
    text: "signWithin: { workingDays: 2, at: '17:30' }",
    replacement: "signWithin: { workingDays: 5, at: '17:30' }",
    breaks: 'Units have five working days to sign.',
  },
  {
    name: 'yellow-with-the-third-blue',
    file: FILE,
    text: 'early: { colour: blue, count: 2, within: quarter }',
    replacement: 'early: { colour: blue, count: 3, within: quarter }',
    breaks: 'The second blue card of a quarter does not bring the yellow one.',
  },
  {
    name: 'periods-of-a-day',
    file: FILE,
    text: 'minimumWorkingDays: 3\n  # 专班办公室',
    replacement: 'minimumWorkingDays: 0\n  # 专班办公室',
    breaks: 'A period of one working day is reported on by itself.',
  },
  {
    name: 'blue-a-day-late',
    file: FILE,
    text: 'offset: { workingDays: 1 }\n      audience: [leadUnitHead, taskForceOffice]',
    replacement: 'offset: { workingDays: 2 }\n      audience: [leadUnitHead, taskForceOffice]',
    breaks: 'The reminder letter comes two working days after the due time.',
  },
  {
    name: 'verification-without-hurry',
    file: FILE,
    text: "verification: { workingDays: 5, at: '17:30' }",
    replacement: "verification: { workingDays: 15, at: '17:30' }",
    breaks: 'The verification has fifteen working days.',
  },
];
