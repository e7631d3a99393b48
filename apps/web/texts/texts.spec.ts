import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as contract from '#contract';
import { successorsOf, type UnitDirectory } from '#plan';
import { inEnglish, refusalFor, REFUSALS, sentenceFor } from '#english';
import {
  HOLE,
  messagesIn,
  refusalsInSource,
  refusalTables,
  sentencesIn,
} from '../testing/refusals-in-source.js';
import { DAY_WORDS } from '../format/day-words.js';
import { markedBy } from '../jsx/mark-chinese.js';
import { type NamesHeard, namesHeard } from './chinese-by-nature.js';
import { english } from './en.js';
import { firstSpoken } from './language.js';
import { overlaid } from './overlaid.js';
import * as chinese from './zh.js';

const HAN = /\p{Script=Han}/u;
const here = import.meta.dirname;
const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where the two differ in what they have: `taskText.place missing`. */
function differences(lower: unknown, upper: unknown, at: string): string[] {
  if (!isGroup(lower) || !isGroup(upper)) {
    if (upper === undefined) return [`${at} missing`];
    if (lower === undefined) return [`${at} too many`];
    return typeof lower === typeof upper ? [] : [`${at} of another kind`];
  }
  const keys = [...new Set([...Object.keys(lower), ...Object.keys(upper)])];
  return keys.flatMap((key) => differences(lower[key], upper[key], at === '' ? key : `${at}.${key}`));
}

describe('the texts in English', () => {
  it('are there for every Chinese one, and for nothing else', () => {
    expect(differences({ ...chinese }, english, '')).toEqual([]);
  });

  it('hold no Chinese character', () => {
    const files = readdirSync(join(here, 'en'));
    expect(files.length).toBeGreaterThan(25);
    const lines = files.flatMap((file) =>
      readFileSync(join(here, 'en', file), 'utf8')
        .split('\n')
        .map((line, n) => `${file}:${n + 1}: ${line.trim()}`),
    );
    expect(lines.filter((line) => HAN.test(line))).toEqual([]);
    // Of these a Chinese typeface makes full-width signs, with a gap within the word.
    expect(lines.filter((line) => !/^\S+: (?:\*|\/)/u.test(line) && /[“”‘’]/u.test(line))).toEqual([]);
  });

  it('load nothing of the pages, which wait for them', () => {
    for (const file of readdirSync(join(here, 'en'))) {
      const imports = readFileSync(join(here, 'en', file), 'utf8').match(/^import (?!type).*$/gmu) ?? [];
      expect(imports.filter((line) => !/'\.\/[a-z-]+\.js'/u.test(line))).toEqual([]);
    }
  });
});

describe('an answer in English', () => {
  it('has the words of the domain and its periods translated, and what people named left alone', () => {
    const answer = {
      title: '推进中',
      items: [
        { stateLabel: '推进中', periodLabel: '2024年5月上旬', unit: { name: '督查室' }, n: 1, none: null },
      ],
      roles: [{ label: '督查室' }, { label: '一线专员' }],
    };
    expect(inEnglish(answer)).toEqual({
      title: '推进中',
      items: [
        {
          stateLabel: 'In progress',
          periodLabel: 'early May 2024',
          unit: { name: '督查室' },
          n: 1,
          none: null,
        },
      ],
      roles: [{ label: 'Supervision office' }, { label: '一线专员' }],
    });
    expect(inEnglish({ label: '2024年第2季度' })).toEqual({ label: 'Q2 2024' });
    expect(inEnglish({ kind: 'product', note: '2024-04 下旬' })).toMatchObject({ note: 'late Apr 2024' });
  });
});

/** Every `label` of what the contract offers, however deep. */
function labelsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(labelsIn);
  if (!isGroup(value)) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'label' && typeof part === 'string' ? [part] : key === 'input' ? [] : labelsIn(part),
  );
}

describe('the words of the contract', () => {
  it('are all known in English: states, roles, events, steps and what their forms ask for', () => {
    const catalogues = Object.entries(contract).filter(([name]) =>
      /_(?:LABELS|STATES|OUTCOMES)$|^ACCOUNT_ACTS$/u.test(name),
    );
    const words = [
      ...catalogues.flatMap(([, catalogue]) => Object.values(catalogue as Record<string, unknown>)),
      ...labelsIn(contract.TASK_ACTIONS),
      ...contract.COMMON_WEBHOOK_TYPES.map(contract.webhookTypeLabel),
    ].filter((word): word is string => typeof word === 'string' && HAN.test(word));
    expect(words.length).toBeGreaterThan(250);
    expect(words.filter((label) => HAN.test(JSON.stringify(inEnglish({ label }))))).toEqual([]);
  });

  it('are put together as the server puts them together', () => {
    const said = [
      ['申请办结（督查核实）', 'Closing (verification)'],
      ['黄牌督办（待签发）', 'Yellow card (to issue)'],
      ['每旬报送', 'report every ten days'],
      ['每月（其他工作）', 'monthly (other work)'],
      ['2025年10月中旬（含上旬）', 'mid Oct 2025 (with early)'],
      ['5月上旬', 'early May'],
      ['2024年第二季度', 'Q2 2024'],
      ['不低于 95%', 'at least 95%'],
      ['默认督办规则·旬报督办阶梯', 'Default rules: ten-day reports'],
      ['2024-05 上旬', 'early May 2024'],
      ['2024-Q2', 'Q2 2024'],
      ['2024-W07', 'week 7 2024'],
      ['区文旅局（文化）', '区文旅局（文化）'],
    ];
    const step = (action: string, label: string) => ({ action, label, href: '/' });
    expect(inEnglish([step('requestClosure', '申请办结'), step('acknowledge', '签收')])).toEqual([
      step('requestClosure', 'Request closure'),
      step('acknowledge', 'Acknowledge'),
    ]);
    for (const [label, english] of said) expect(inEnglish({ label })).toEqual({ label: english });
    // A period's key is what the server is asked by: it stays.
    expect(inEnglish({ period: '2024-05 上旬' })).toEqual({ period: '2024-05 上旬' });
  });

  it('are known of every policy that the product ships: levels, rungs, ladders', () => {
    const folder = join(here, '../../../seeds/policies');
    const words = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/(?:label|basis|meaning): '?([^,}\n']+)/gu)].map(
        ([, word = '']) => word.trim(),
      ),
    );
    expect(new Set(words).size).toBeGreaterThan(80);
    expect(words.filter((label) => HAN.test(JSON.stringify(inEnglish({ label }))))).toEqual([]);
  });
});

describe('what is wrong with a request', () => {
  it('is said in English wherever the contract has words of its own for it', () => {
    const folder = join(here, '../../../libs/contract');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !/spec|problems|openapi/u.test(file),
    );
    const OWN =
      /(?:message|error): (['`][^'`\n]+['`])|\.(?:min|max|regex|refine|length)\((?:[^()'`]|\([^()]*\))*?(['`][^'`\n]*\p{Script=Han}[^'`\n]*['`])/gu;
    const words = files.flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(OWN)]
        .map(([, one, other]) => (one ?? other ?? '').slice(1, -1).replace(/\$\{[^}]*\}?/gu, '5'))
        .filter((text) => HAN.test(text)),
    );
    expect(words.length).toBeGreaterThan(10);
    expect(words.filter((text) => HAN.test(sentenceFor(text)))).toEqual([]);
  });
});

/** A sentence with a figure of its own in each hole, and what of it has to be said in English too. */
function filled(sentence: string): { asked: string; put: string[] } {
  const put: string[] = [];
  const day = `${HOLE}年${HOLE}月${HOLE}日${HOLE}`;
  if (sentence.includes(day)) put.push('17 Mar 2031 09:41');
  const asked = sentence.replaceAll(day, '2031年3月17日09:41').replaceAll(HOLE, () => {
    const figure = String(7013 + put.length * 101);
    put.push(figure);
    return figure;
  });
  const told = asked.match(/(?<![\d:])[A-Za-z][\w.-]+|\d+(?![\d年月日:])/gu) ?? [];
  return { asked, put: [...put, ...told.filter((each) => !asked.includes(`${each}:`))] };
}

describe('a refusal in English', () => {
  it('puts in whatever its Chinese sentence puts in', () => {
    const holes = (text: string) => [...text.matchAll(/\{(\w+)[^}]*\}/gu)].map(([, hole]) => hole).sort();
    const less = Object.entries(REFUSALS).filter(([zh, en]) => holes(zh).join() !== holes(en).join());
    expect(less).toEqual([]);
  });

  it('says what the sources say in Chinese, with every name, place and figure, code by code', () => {
    // What somebody could have named, as examples.
    const named = /"(?:各乡街道|2024年度考核结果)"/gu;
    const refusals = refusalsInSource().filter(({ sentence }) => HAN.test(sentence));
    expect(refusals.length).toBeGreaterThan(400);
    const less = refusals.flatMap(({ codes, sentence, at }) => {
      const { asked, put } = filled(sentence);
      const said = refusalFor(asked);
      const lost = said === null ? ['everything'] : put.filter((each) => !said.includes(each));
      const chinese = said?.replace(named, '').match(/\p{Script=Han}+/gu) ?? [];
      return lost.length + chinese.length === 0
        ? []
        : [`${codes.join()} ${at}: ${asked} => ${said ?? ''} (${[...lost, ...chinese].join()})`];
    });
    expect(less).toEqual([]);
  });

  it('names units and people in quotation marks, which are known to stay Chinese', () => {
    const detail = refusalFor('“清水林场”已是“区林业局”的名称或别名，不能再作别名。') ?? '';
    const heard = namesHeard();
    heard.note({ code: 'UnitNameClaimed', detail, detailZh: '…' });
    expect(heard.stretchesOf(detail)?.filter(({ chinese }) => chinese)).toEqual([
      { text: '清水林场', chinese: true },
      { text: '区林业局', chinese: true },
    ]);
  });

  it('says what became of a unit, change after change', () => {
    const units = new Map(['甲局', '乙局', '丙局'].map((name) => [name, { code: name, name, desks: [] }]));
    const succession = (predecessor: string, successor: string, kind: 'rename' | 'split', from: string) => ({
      ...{ predecessor, successor, kind, from, reason: '' },
    });
    const { note } = successorsOf('甲局', {
      units,
      successions: new Map([
        ['甲局', [succession('甲局', '乙局', 'rename', '2024-05-01')]],
        ['乙局', ['丙局', '丁局'].map((unit) => succession('乙局', unit, 'split', '2025-01-02'))],
      ]),
    } as unknown as UnitDirectory);
    const said =
      'From 1 May 2024 "甲局" is renamed "乙局"; from 2 Jan 2025 "乙局" is split into "丙局", "丁局"';
    expect(inEnglish({ note, succeeded: note })).toEqual({ note: said, succeeded: said });
    expect(refusalFor(`${note ?? ''}，请指定由哪个单位承担。`)).toBe(`${said}: say which unit takes it on.`);
  });

  it('says what is wrong with a workbook that comes back, row by row', () => {
    const sources = ['products/ledgers/fill-in/judge-rows', 'products/ledgers/fill-in/read-values'];
    const sentences = [...sources, 'engine/ledger/take-workbook'].flatMap((file) =>
      sentencesIn(`libs/${file}.ts`),
    );
    expect(sentences.length).toBeGreaterThan(30);
    // What the workbook itself calls so.
    const called = /"(?:是|否|无变化|较上期无变化|本期进度（%）|本期进展|指标\d+读数)"|本单位/gu;
    const less = sentences.filter((sentence) => {
      const { asked, put } = filled(sentence);
      const said = sentenceFor(asked);
      return HAN.test(said.replace(called, '')) || put.some((each) => !said.includes(each));
    });
    expect(less).toEqual([]);
  });

  it('says what is wrong with a policy file, rule by rule', () => {
    const folder = 'libs/accountability/policy';
    const sentences = [
      ...readdirSync(join(here, '../../..', folder)).flatMap((file) =>
        file.endsWith('.schema.ts') ? messagesIn(`${folder}/${file}`) : [],
      ),
      ...messagesIn('libs/data-file/read-data-file.ts'),
    ];
    expect(sentences.length).toBeGreaterThan(40);
    const less = sentences.filter((sentence) => {
      const { asked, put } = filled(sentence);
      const said = sentenceFor(asked);
      return HAN.test(said) || put.some((each) => !said.includes(each));
    });
    expect(less).toEqual([]);
  });

  it('says why a unit is proposed for a name', () => {
    const reasons = readFileSync(join(here, '../../../libs/plan/units/suggest-units.ts'), 'utf8');
    const sentences = [...reasons.matchAll(/`((?:与|像是|可能是)\$\{whose\}[^`]+)`/gu)].flatMap(
      ([, said = '']) =>
        ['“甲局”', '别名“甲”', '“甲局”的内设岗位“乙”'].map((whose) => said.replace('${whose}', whose)),
    );
    expect(sentences.length).toBe(15);
    expect(sentences.filter((said) => HAN.test(sentenceFor(said).replace(/"[^"]+"/gu, '')))).toEqual([]);
  });

  it('has every figure and file type of the Chinese also where a code has one sentence for all', () => {
    const tables = [
      ...refusalTables().map(({ codes, sentence }) => ({ code: codes.join(), zh: sentence })),
      ...Object.entries(contract.PROBLEMS).map(([code, { help }]) => ({ code, zh: help['zh-CN'] })),
    ];
    expect(tables.length).toBeGreaterThan(200);
    const less = tables.flatMap(({ code, zh }) => {
      const en = refusalFor(zh) ?? contract.problemEntry(code).help.en;
      const lost = (zh.match(/\d[\d.]*|(?<=\.)[a-z]{3,4}\b/gu) ?? []).filter((each) => !en.includes(each));
      return lost.length === 0 ? [] : [`${code}: ${zh} => ${en} (${lost.join()})`];
    });
    expect(less).toEqual([]);
  });
});

describe('what the reading of a plan doubts or holds up', () => {
  it('is said in English, sentence by sentence as the sources have them', () => {
    const libs = join(here, '../../../libs');
    const sources = [
      'plan/warnings.ts',
      'plan/evidence/rules.ts',
      'plan/lint/lint-plan.ts',
      'engine/review/read-review.ts',
    ];
    // Written out, each hole filled with something that a person could have named.
    const sentences = sources.flatMap((file) =>
      [...readFileSync(join(libs, file), 'utf8').matchAll(/'([^'\n]+。)'|`([^`\n]+。)`/gu)].map(
        ([, plain, holed]) => plain ?? (holed ?? '').replace(/\$\{(?:[^{}]|\{[^}]*\})*\}/gu, '7'),
      ),
    );
    expect(sentences.length).toBeGreaterThan(45);
    const named = /各乡〈街道〉/gu;
    expect(sentences.filter((text) => HAN.test(sentenceFor(text).replace(named, '')))).toEqual([]);
  });
});

describe('what stays Chinese on an English page', () => {
  const answer = {
    unit: { name: '区林业局' },
    plan: { title: '区政府办公室关于印发《清水行动方案》的通知' },
    signals: [{ says: '区林业局逾期未报' }],
  };
  const hearing = (...answers: unknown[]) => {
    const heard = namesHeard();
    answers.forEach(heard.note);
    return heard;
  };
  const said = (heard: NamesHeard, text: string) =>
    heard.stretchesOf(text)?.map((part) => (part.chinese ? [part.text] : part.text));

  it('is what people named, also within what is said in English, and a plan by its short name', () => {
    const heard = hearing(answer);
    expect(said(heard, '区林业局')).toEqual([['区林业局']]);
    expect(said(heard, 'filed by 区林业局, Mon')).toEqual(['filed by ', ['区林业局'], ', Mon']);
    expect(said(heard, 'early May 2024 · 清水行动方案')).toEqual(['early May 2024 · ', ['清水行动方案']]);
  });

  it('is nothing that the system says itself, though a name stands in it', () => {
    // A document has such words as figures, and some people are called as their posts are.
    const heard = hearing(answer, { value: '未报' }, { name: '指挥长' }, { value: '推进中' });
    expect(heard.stretchesOf('逾期未报')).toBeNull();
    expect(heard.stretchesOf('报指挥长')).toBeNull();
    expect(said(heard, '区林业局逾期未报')).toEqual([['区林业局'], '逾期未报']);
    expect(said(heard, '区林业局推进中')).toEqual([['区林业局'], '推进中']);
    expect(said(heard, 'agreed to by 指挥长')).toEqual(['agreed to by ', ['指挥长']]);
    expect(said(heard, '未报')).toEqual([['未报']]);
  });

  it('is known to the one that heard of it, and to no other', () => {
    expect(said(hearing({ name: '区林业局' }), '区林业局')).toEqual([['区林业局']]);
    expect(said(hearing(), '区林业局')).toBeUndefined();
  });

  it('is marked on its element where it stands alone there, and else around itself', () => {
    const marked = markedBy(hearing(answer));
    expect(marked('b', { children: '区林业局' })).toEqual({ children: '区林业局', lang: 'zh-CN' });
    expect(marked('b', { children: '区林业局', title: 'Lead' })).not.toHaveProperty('lang');
    expect(marked('b', { children: 'On track' })).toEqual({ children: 'On track' });
    const dialog = () => null;
    expect(marked(dialog, { open: true, title: '区林业局' })).toMatchObject({
      title: { type: 'bdi', props: { lang: 'zh-CN' } },
    });
    expect(marked(dialog, { title: '区林业局' })).toEqual({ title: '区林业局' });
    expect(marked('p', { children: 'filed by 区林业局' })).toMatchObject({
      children: {
        type: 'bdi',
        props: { children: [{}, { type: 'bdi', props: { lang: 'zh-CN', children: '区林业局' } }] },
      },
    });
  });
});

describe('a catalogue', () => {
  it('asks for its language under its own name, whichever file it is in', () => {
    const declared = readdirSync(join(here, 'zh')).flatMap((file) => [
      ...readFileSync(join(here, 'zh', file), 'utf8').matchAll(
        /^export const (\w+)(?:: [^=]+)? = (?:inLanguage\(\s*'(\w+)')?/gmu,
      ),
    ]);
    expect(declared.length).toBe(Object.keys(chinese).length);
    for (const [, name, asked] of declared) expect(asked).toBe(name);
  });

  it('says in Chinese what the other language lacks', () => {
    const lower = { a: '甲', deep: { b: '乙', c: '丙' }, list: ['一'] };
    expect(overlaid(lower, { deep: { b: 'B' }, list: ['one'] })).toEqual({
      a: '甲',
      deep: { b: 'B', c: '丙' },
      list: ['one'],
    });
    expect(overlaid(lower, undefined)).toBe(lower);
  });
});

describe('the language of a first visit', () => {
  it('is the first one of the browser that the pages speak, else Chinese', () => {
    expect(firstSpoken(['en-GB', 'zh-CN'])).toBe('en-US');
    expect(firstSpoken(['fr', 'zh-TW', 'en'])).toBe('zh-CN');
    expect(firstSpoken(['fr', 'en'])).toBe('en-US');
    expect(firstSpoken(['de'])).toBe('zh-CN');
    expect(firstSpoken([])).toBe('zh-CN');
  });
});

describe('a day in English', () => {
  it('cannot be read as another one', () => {
    const { day, withWeekday } = DAY_WORDS['en-US'];
    const parts = { year: '2024', month: 'May', day: '10', weekday: 'Fri' };
    expect(withWeekday(day(parts, false), parts.weekday)).toBe('Fri 10 May');
    expect(day(parts, true)).toBe('10 May 2024');
  });
});
