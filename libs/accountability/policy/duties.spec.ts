import { seedText } from '#testing';
import { parsePolicy } from './parse-policy.js';

const TEXT = seedText('policies/default.yaml');
const read = (text: string) => parsePolicy(text);
const problems = (text: string): string[] => {
  const result = read(text);
  return result.ok ? [] : result.problems.map(({ message }) => message);
};

describe('the duties of a policy', () => {
  it('that is shipped are those of the domain, each with its figures', () => {
    const result = read(TEXT);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const { duties, requests } = result.value;
    expect(duties.map(({ name, every, owedBy, about, due }) => [name, every, owedBy, about, due])).toEqual([
      [
        'tenDayLedger',
        'ten-day',
        'taskForceOffice',
        'action',
        { anchor: 'workingDayAfterPeriod', days: 1, at: '12:00' },
      ],
      [
        'monthlyLedger',
        'month',
        'taskForceOffice',
        'action',
        { anchor: 'workingDayAfterPeriod', days: 1, at: '17:30' },
      ],
      [
        'dispatchMeeting',
        'month',
        'taskForceConvener',
        'action',
        { anchor: 'lastWorkingDayOfPeriod', at: '17:30' },
      ],
      [
        'monthlyBulletin',
        'month',
        'headquartersOffice',
        'plan',
        { anchor: 'workingDayAfterPeriod', days: 5, at: '17:30' },
      ],
      [
        'actionReview',
        'quarter',
        'taskForceOffice',
        'action',
        { anchor: 'workingDayAfterPeriod', days: 10, at: '17:30' },
      ],
      [
        'planReview',
        'quarter',
        'headquartersOffice',
        'plan',
        { anchor: 'workingDayAfterPeriod', days: 10, at: '17:30' },
      ],
      ['annualAssessment', 'year', 'assessor', 'plan', { anchor: 'dayOfNextMonth', day: 31, at: '17:30' }],
      [
        'supportPart',
        'quarter',
        'supportUnitLiaison',
        'task',
        { anchor: 'beforeTheWhole', workingDays: 1, at: '17:30' },
      ],
    ]);
    expect(requests.noticeHours).toBe(4);
  });

  it('may be left out, as in versions before there were any: then nothing is owed but reports', () => {
    const result = read(TEXT.slice(0, TEXT.indexOf('\nduties:')));
    expect(result.ok && result.value.duties).toEqual([]);
  });

  it('each have a ladder that there is', () => {
    expect(problems(TEXT.replace('ladder: noMeeting', 'ladder: noSuch'))).toEqual([
      '“duties.2.ladder”有误：没有名为“noSuch”的阶梯；请在 dutyLadders 中写明',
    ]);
  });

  it('have names of their own', () => {
    expect(problems(TEXT.replace('name: planReview', 'name: actionReview'))).toEqual([
      '“duties.5.name”有误：职责名称“actionReview”重复',
    ]);
  });

  it.each([
    ['owedBy: assessor', 'owedBy: auditor'],
    ['owedBy: assessor', 'owedBy: liaison'],
  ])('are owed by posts that can file them: not %s turned into %s', (before, after) => {
    expect(problems(TEXT.replace(before, after))).toHaveLength(1);
  });

  it('of a task force are about its action', () => {
    expect(problems(TEXT.replace('owedBy: assessor', 'owedBy: taskForceOffice'))).toEqual([
      '“duties.6.about”有误：专班的岗位只对本行动负责：about 须为 action',
    ]);
  });

  it('go up a ladder that draws no notice and shows no card', () => {
    const ladder = TEXT.slice(TEXT.indexOf('\ndutyLadders:'));
    const carded = ladder.replace('colour: null', 'colour: yellow');
    expect(problems(TEXT.replace(ladder, carded))).toEqual([
      expect.stringContaining('不发督办文书、不亮牌') as string,
    ]);
  });
});
