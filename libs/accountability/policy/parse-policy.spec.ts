import { sentenceFor } from '#english';
import { seedText } from '#testing';
import { parsePolicy } from './parse-policy.js';
import { GATES, LADDER_TRIGGERS } from './policy.schema.js';

const shipped = seedText('policies/default.yaml');

/** The shipped policy with one passage written differently. */
function withMistake(passage: string, instead: string): string {
  // The ladders of single tasks repeat much of what is said before them.
  const [before = '', ladders = ''] = shipped.split('\ntaskLadders:\n');
  const parts = before.split(passage);
  if (parts.length !== 2)
    throw new Error(`“${passage}” stands ${parts.length - 1} times in the shipped policy`);
  return [parts.join(instead), ladders].join('\ntaskLadders:\n');
}

/** What is reported, as `line:column path message`. */
function problemsOf(text: string): string[] {
  const result = parsePolicy(text);
  return result.ok
    ? []
    : result.problems.map(
        ({ line, column, path, message }) => `${line}:${column} ${path.join('.')} ${message}`,
      );
}

/** Line and column, from 1, of a passage that stands once in the text. */
function placeOf(text: string, passage: string): string {
  const before = text.slice(0, text.indexOf(passage)).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

describe('the shipped policy', () => {
  it('is read without a problem', () => {
    expect(problemsOf(shipped)).toEqual([]);
  });

  it('holds the default figures of the rules', () => {
    const result = parsePolicy(shipped);
    if (!result.ok) throw new Error('unreadable');
    const { reportingLadder, reporting, lag, gates, extensionsAtMost } = result.value;
    expect(
      reportingLadder.rungs.map(({ name, offset, issue }) => [name, offset.workingDays, issue.by]),
    ).toEqual([
      ['chase', 0, 'system'],
      ['blue', 1, 'system'],
      ['yellow', 3, 'supervisor'],
      ['red', 5, 'supervisor'],
      ['interview', 10, 'supervisor'],
    ]);
    expect(reporting).toMatchObject({ minimumWorkingDays: 3, noChangeAtMost: 2 });
    expect(reporting.acceptedSilentlyAfter.workingDays).toBe(2);
    expect(reporting.refileWithin.workingDays).toBe(1);
    expect(lag).toEqual({ behind: 10, seriouslyBehind: 20 });
    expect(Object.keys(gates)).toEqual(['taskForceReview', 'verification', 'approval']);
    expect(extensionsAtMost).toBe(1);
  });
});

describe('a mistake in a policy', () => {
  it('of a rung earlier than the one before it is reported where its offset stands', () => {
    const text = withMistake('offset: { workingDays: 5 }', 'offset: { workingDays: 2 }');
    expect(problemsOf(text)).toEqual([
      `${placeOf(text, '{ workingDays: 2 }\n      audience: [taskForceConvener, commander')} reportingLadder.rungs.3.offset ` +
        '“reportingLadder.rungs.3.offset”有误：“红牌通报”不能早于“黄牌督办”',
    ]);
  });

  it('of a rung on the same day but at an earlier time is one too', () => {
    const text = withMistake('offset: { workingDays: 5 }', "offset: { workingDays: 5, at: '17:30' }").replace(
      'offset: { workingDays: 10 }',
      "offset: { workingDays: 5, at: '09:00' }",
    );
    expect(problemsOf(text)).toEqual([
      expect.stringContaining(
        'reportingLadder.rungs.4.offset “reportingLadder.rungs.4.offset”有误：“约谈”不能早于“红牌通报”',
      ),
    ]);
  });

  it('of two rungs of one name is reported where the rungs begin', () => {
    const text = withMistake('- name: red', '- name: yellow');
    expect(problemsOf(text)).toEqual([
      `${placeOf(text, '- name: chase')} reportingLadder.rungs “reportingLadder.rungs”有误：同一阶梯中各级名称不能重复`,
    ]);
  });

  it('of two reminders of one name is reported: the clock of one would silently replace the other’s', () => {
    const text = withMistake('name: onTheDay', 'name: dayBefore');
    expect(problemsOf(text)).toEqual([
      `${placeOf(text, '- { name: dayBefore')} reportingLadder.reminders “reportingLadder.reminders”有误：提醒的名称不能重复`,
    ]);
  });

  it('of a supervision notice without a time to answer is reported at its rung', () => {
    const text = withMistake("      answerWithin: { workingDays: 2, at: '17:30' }\n", '');
    expect(problemsOf(text)).toEqual([
      `${placeOf(text, 'name: yellow')} reportingLadder.rungs.2 “reportingLadder.rungs.2”有误：“黄牌督办”是督办单，须写明办理期限 answerWithin`,
    ]);
  });

  it('of a role that there is none of is reported where it stands', () => {
    const text = withMistake(
      'audience: [taskForceConvener, commander, supervisor]',
      'audience: [mayor, supervisor]',
    );
    const [problem, ...others] = problemsOf(text);
    expect(problem).toContain(`${placeOf(text, 'mayor')} reportingLadder.rungs.3.audience.0 `);
    expect(others).toEqual([]);
  });

  it.each([
    ['25:00', "taskDueAt: '25:00'"],
    ['9:00', "taskDueAt: '9:00'"],
    ['17:60', "taskDueAt: '17:60'"],
    ['5 o’clock', 'taskDueAt: 5 o’clock'],
  ])('of the time %s is reported with the way to write it', (_, line) => {
    const text = withMistake("taskDueAt: '17:30'", line);
    expect(problemsOf(text)).toEqual([
      `${placeOf(text, line.slice('taskDueAt: '.length))} taskDueAt “taskDueAt”有误：时间应写成 HH:mm，例如 17:30`,
    ]);
  });

  it('of an issuing office given no time at all is reported: its clock would ring for ever', () => {
    const text = withMistake(
      'issue: { by: supervisor, within: { workingDays: 1 } }',
      'issue: { by: supervisor, within: { workingDays: 0 } }',
    );
    const [problem] = problemsOf(text);
    expect(problem).toContain(placeOf(text, '{ workingDays: 0 } }').split(':')[0]);
    expect(problem).toContain('签发时限至少 1 个工作日');
  });

  it('of being seriously behind sooner than behind is reported where it stands', () => {
    const text = withMistake(
      'lag: { behind: 10, seriouslyBehind: 20 }',
      'lag: { behind: 20, seriouslyBehind: 10 }',
    );
    expect(problemsOf(text)).toEqual([
      `${placeOf(text, '10 }\ntaskDueAt')} lag.seriouslyBehind “lag.seriouslyBehind”有误：严重落后的界限不能低于落后的界限`,
    ]);
  });

  it('of a key that means nothing is reported: a rule misspelt is no rule', () => {
    const [problem] = problemsOf(withMistake('extensionsAtMost: 1', 'extensionsAtmost: 1'));
    expect(problem).toMatch(/extensionsAtMost|extensionsAtmost/u);
  });

  it('does not hide another: all are reported at once', () => {
    const text = withMistake("taskDueAt: '17:30'", "taskDueAt: '25:00'").replace('version: 3', 'version: 0');
    expect(problemsOf(text)).toHaveLength(2);
  });

  it('of the writing itself is reported by line and column', () => {
    const result = parsePolicy('schema: luoshi.policy/1\nlag: { behind: 10\n');
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'DataFileSyntax', line: 3 }] });
  });
});

describe('a ladder of single tasks’ matters', () => {
  const inLadder = (name: string, passage: string, instead: string): string => {
    const parts = shipped.split(`  - name: ${name}\n    basis:`);
    const [head = '', tail = ''] = parts;
    if (parts.length !== 2 || !tail.includes(passage)) throw new Error(`no “${passage}” in ${name}`);
    return [head, tail.replace(passage, instead)].join(`  - name: ${name}\n    basis:`);
  };

  it('there is of every matter that can go wrong, each gate with its own', () => {
    const policy = parsePolicy(shipped);
    if (!policy.ok) throw new Error('the shipped policy has mistakes');
    const triggers = policy.value.taskLadders.map(({ trigger, gate }) => gate ?? trigger);
    // A first report of its own is asked for by presets alone.
    const expected = Object.keys(LADDER_TRIGGERS)
      .filter((trigger) => trigger !== 'unreported')
      .flatMap((trigger) => (trigger === 'gateLate' ? GATES : [trigger]));
    expect([...triggers].sort()).toEqual([...expected].sort());
  });

  it('against an office issues no notice and shows no card', () => {
    const text = inLadder('gateApproval', 'notice: null', 'notice: circular');
    expect(problemsOf(text)).toEqual([expect.stringContaining('督促的是审核（督查）环节')]);
  });

  it('counts periods only where a task is behind', () => {
    const text = inLadder(
      'unsigned',
      'issue: { by: system }',
      'issue: { by: system }\n        afterPeriods: 1',
    );
    expect(problemsOf(text)[0]).toContain('只有落后序时进度的阶梯');
  });

  it('of which there are two for one matter is a mistake: nobody could say which holds', () => {
    const text = inLadder('awaited', 'trigger: awaited', 'trigger: unsigned');
    expect(problemsOf(text)).toEqual([expect.stringContaining('针对同一情形')]);
  });

  it('may be left out: then a matter is told once, as it was before there were ladders', () => {
    const policy = parsePolicy(shipped.slice(0, shipped.indexOf('\ntaskLadders:')));
    expect(policy.ok && policy.value.taskLadders).toEqual([]);
  });
});

describe('what is said of a mistake', () => {
  it('has an English twin, whatever stands at whichever place of the file instead', () => {
    const HAN = /\p{Script=Han}/u;
    const told = new Set<string>();
    const tell = (text: string): void => {
      const read = parsePolicy(text);
      if (!read.ok) for (const { message } of read.problems) told.add(message);
    };
    tell(shipped.replace(': ', ': "'));
    tell(shipped.replace(': ', ': *甲 # '));
    // All problems of a file are told, so many places are broken at once: a third of them, then the others.
    for (const first of [0, 1, 2])
      for (const instead of ['？', '-1', '[]', '{ 乙: 1 }', '99999999999']) {
        let at = 0;
        tell(
          shipped.replace(/: ['\w.:]+(?=$| \}|, )/gmu, (value) => {
            at += 1;
            return at % 3 === first ? `: ${instead}` : value;
          }),
        );
      }
    expect(told.size).toBeGreaterThan(100);
    // What the file itself calls something is said as the file says it, in quotation marks.
    const ownWords = /"[^"]*"/gu;
    expect([...told].filter((message) => HAN.test(sentenceFor(message).replace(ownWords, '')))).toEqual([]);
  });
});
