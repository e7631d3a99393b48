import { describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeDocx } from '../docx/write-docx.js';
import { bulletin, jointReport, letter, minutes, table } from '../testing/sample-documents.js';
import type { OfficialDocument } from '../model/official-document.js';
import { checkDocx } from './check-docx.js';
import type { FindingCode } from './finding.js';

const good: OfficialDocument = {
  ...bulletin(1, 4),
  // Without a picture: nothing of it is measured, and drawing takes time.
  body: [...bulletin(1, 4).body.filter(({ kind }) => kind !== 'picture')],
};
const files = unzipSync(await writeDocx(good));
const joint: OfficialDocument = {
  ...jointReport(),
  body: jointReport().body.filter(({ kind }) => kind !== 'picture'),
};
const jointFiles = unzipSync(await writeDocx(joint));
const byOne = unzipSync(await writeDocx({ ...good, signers: ['张建国'] }));

/** A good file in which one thing is changed. The change must change something. */
function planted(part: string, from: string | RegExp, to: string, whole = files): Uint8Array {
  const before = strFromU8(whole[`word/${part}`] ?? new Uint8Array());
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  return zipSync({ ...whole, [`word/${part}`]: strToU8(after) });
}

const text = (words: string): RegExp => new RegExp(`(<w:t xml:space="preserve">[^<]*)${words}`, 'u');
const styled = (style: string, from: string): RegExp =>
  new RegExp(`(<w:style [^>]*w:styleId="${style}">(?:(?!</w:style>).)*?)${from}`, 'u');

const FAULTS: readonly (readonly [FindingCode, string, string, string | RegExp, string])[] = [
  ['PAGE_SIZE', 'Letter paper', 'document.xml', 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'],
  ['MARGIN_TOP', "Word's own margin", 'document.xml', 'w:top="2098"', 'w:top="1440"'],
  ['MARGIN_BOTTOM', "Word's own margin", 'document.xml', 'w:bottom="1984"', 'w:bottom="1440"'],
  ['MARGIN_LEFT', "Word's own margin", 'document.xml', 'w:left="1587"', 'w:left="1800"'],
  ['MARGIN_RIGHT', "Word's own margin", 'document.xml', 'w:right="1474"', 'w:right="1800"'],
  [
    'LINES_PER_PAGE',
    'text at 30 points',
    'styles.xml',
    styled('Text', '<w:ind'),
    '$1<w:spacing w:line="600" w:lineRule="exact"/><w:ind',
  ],
  [
    'CHARACTERS_PER_LINE',
    'characters not drawn together',
    'styles.xml',
    '<w:spacing w:val="-5"/>',
    '<w:spacing w:val="0"/>',
  ],
  ['MARK_COLOR', 'a black mark', 'document.xml', '<w:color w:val="FF0000"/>', '<w:color w:val="000000"/>'],
  ['MARK_FONT', 'a mark in 宋体', 'styles.xml', styled('Mark', 'w:eastAsia="[^"]*"'), '$1w:eastAsia="宋体"'],
  [
    'MARK_ALIGN',
    'a mark to the left',
    'styles.xml',
    styled('Mark', '<w:jc w:val="center"/>'),
    '$1<w:jc w:val="left"/>',
  ],
  ['NUMBER_MISSING', 'no number', 'document.xml', text('武政督〔2024〕8号'), '$1'],
  ['NUMBER_BRACKETS', 'square brackets', 'document.xml', '〔2024〕', '[2024]'],
  ['NUMBER_YEAR', 'two figures of the year', 'document.xml', '〔2024〕', '〔24〕'],
  ['NUMBER_SERIAL', 'a leading zero', 'document.xml', '〕8号', '〕08号'],
  ['NUMBER_SERIAL', 'with 第', 'document.xml', '〕8号', '〕第8号'],
  [
    'NUMBER_FONT',
    'a number in 黑体',
    'styles.xml',
    styled('Number', '</w:style>'),
    '$1<w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr></w:style>',
  ],
  [
    'RED_RULE',
    'a black rule',
    'document.xml',
    'w:space="7" w:color="FF0000"',
    'w:space="7" w:color="000000"',
  ],
  [
    'TITLE_FONT',
    'a title in 黑体',
    'document.xml',
    /<w:r>(<w:t xml:space="preserve">关于2024年一季度)/u,
    '<w:r><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr>$1',
  ],
  [
    'TITLE_SIZE',
    'a title in 小2',
    'document.xml',
    /<w:r>(<w:t xml:space="preserve">关于2024年一季度)/u,
    '<w:r><w:rPr><w:sz w:val="36"/></w:rPr>$1',
  ],
  [
    'TITLE_ALIGN',
    'a title to the left',
    'document.xml',
    '<w:pPr><w:pStyle w:val="Title1"/></w:pPr>',
    '<w:pPr><w:pStyle w:val="Title1"/><w:jc w:val="left"/></w:pPr>',
  ],
  [
    'TITLE_SPACE',
    'one blank line before the title',
    'document.xml',
    /<w:p><w:pPr><w:pStyle w:val="Blank"\/><\/w:pPr><\/w:p>(<w:p><w:pPr><w:pStyle w:val="Title1"\/>)/u,
    '$1',
  ],
  ['ADDRESSEE_COLON', 'half a colon', 'document.xml', '区直各单位：', '区直各单位:'],
  [
    'ADDRESSEE_INDENT',
    'an addressee that is in by two',
    'document.xml',
    /(<w:pStyle w:val="Addressee"\/>)(<\/w:pPr><w:r><w:t xml:space="preserve">各镇人民政府)/u,
    '$1<w:ind w:firstLineChars="200"/>$2',
  ],
  [
    'TEXT_FONT',
    'a sentence in 微软雅黑',
    'document.xml',
    /<w:r>(<w:t xml:space="preserve">项，其中按期推进|<w:t xml:space="preserve">，其中按期推进)/u,
    '<w:r><w:rPr><w:rFonts w:eastAsia="微软雅黑"/></w:rPr>$1',
  ],
  [
    'TEXT_SIZE',
    'a sentence in 小4',
    'document.xml',
    /<w:r>(<w:t xml:space="preserve">，其中按期推进)/u,
    '<w:r><w:rPr><w:sz w:val="24"/></w:rPr>$1',
  ],
  [
    'TEXT_INDENT',
    'a paragraph that is not in',
    'document.xml',
    /<w:pStyle w:val="Text"\/>/u,
    '<w:pStyle w:val="Text"/><w:ind w:firstLine="0" w:firstLineChars="0"/>',
  ],
  [
    'TEXT_SPACING',
    'room above a paragraph',
    'document.xml',
    /<w:pStyle w:val="Text"\/>/u,
    '<w:pStyle w:val="Text"/><w:spacing w:before="120"/>',
  ],
  [
    'LEVEL_FONT',
    'a first level in 仿宋',
    'document.xml',
    /<w:r>(<w:t xml:space="preserve">总体情况)/u,
    '<w:r><w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/></w:rPr>$1',
  ],
  [
    'LEVEL_FORM',
    '1、 instead of 1.',
    'numbering.xml',
    '<w:lvlText w:val="%3."/>',
    '<w:lvlText w:val="%3、"/>',
  ],
  [
    'LEVEL_ORDER',
    'a second level typed with the wrong number',
    'document.xml',
    /(<w:pStyle w:val="Level2"\/>(?:<w:keepNext\/>)?)<w:numPr>.*?<\/w:numPr>(<\/w:pPr>)(<w:r>)(<w:t xml:space="preserve">)(个别单位)/u,
    '$1$2$3$4（三）$5',
  ],
  [
    'ANNEX_NOTE_INDENT',
    'a note of annexes that is not in',
    'document.xml',
    /<w:ind [^>]*\/>(<\/w:pPr><w:r><w:t xml:space="preserve">附件：1)/u,
    '$1',
  ],
  [
    'ANNEX_NOTE_MARKS',
    'a full stop after the name of an annex',
    'document.xml',
    '附件：1.进展滞后任务清单',
    '附件：1.进展滞后任务清单。',
  ],
  ['DATE_FORM', 'leading zeros in the date', 'document.xml', '2024年4月8日', '2024年04月08日'],
  [
    'DATE_PLACE',
    'a date at the edge',
    'document.xml',
    /<w:ind [^>]*\/>(<\/w:pPr><w:r><w:t xml:space="preserve">2024年4月8日)/u,
    '$1',
  ],
  ['ANNEX_MARK', 'an annex that goes on on the page', 'document.xml', '<w:pageBreakBefore/>', ''],
  [
    'TABLE_WIDTH',
    'a table beyond the type area',
    'document.xml',
    /<w:gridCol w:w="\d+"\/>/u,
    '<w:gridCol w:w="4000"/>',
  ],
  ['TABLE_HEAD', 'a head that is not repeated', 'document.xml', '<w:tblHeader/>', ''],
  ['FOOT_FONT', 'a foot in 3号', 'styles.xml', styled('Foot', '<w:sz w:val="28"/>'), '$1<w:sz w:val="32"/>'],
  ['FOOT_COPIES', 'no full stop after the copies', 'document.xml', '区纪委监委机关。', '区纪委监委机关'],
  ['FOOT_PRINTED', 'without 印发', 'document.xml', '2024年4月9日印发', '2024年4月9日'],
  ['FOOT_RULES', 'no last rule', 'document.xml', /<w:bottom w:val="single" w:sz="8"[^>]*\/>/u, ''],
  ['PAGE_NUMBER_MISSING', 'no number on even pages', 'footer2.xml', /<w:p>.*<\/w:p>/u, '<w:p/>'],
  ['PAGE_NUMBER_FORM', 'a number without dashes', 'footer1.xml', /— | —/gu, ''],
  [
    'PAGE_NUMBER_FONT',
    'a number in 5号',
    'styles.xml',
    styled('PageNumber', '<w:sz w:val="28"/>'),
    '$1<w:sz w:val="21"/>',
  ],
  ['PAGE_NUMBER_SIDES', 'odd and even pages alike', 'settings.xml', '<w:evenAndOddHeaders/>', ''],
];

const SIGNER = /(<w:t xml:space="preserve">签发人：)/u;
/** In a report upward of three issuers, and in one of a single issuer. */
const JOINT_FAULTS: readonly (readonly [FindingCode, string, typeof files, string | RegExp, string])[] = [
  ['NUMBER_PLACE', 'a number at the edge', byOne, '\u3000武政督', '武政督'],
  [
    'NUMBER_PLACE',
    'a number at the left without a signer',
    byOne,
    /<w:r><w:tab\/><\/w:r><w:r><w:t [^>]*>签发人：<.*?张建国<\/w:t><\/w:r>/u,
    '',
  ],
  ['SIGNER_FORM', 'half a colon', byOne, '签发人：', '签发人:'],
  [
    'SIGNER_FORM',
    'names with a mark between them',
    jointFiles,
    '张建国\u3000\u3000李明',
    '张建国、\u3000李明',
  ],
  ['SIGNER_FONT', 'a name in 仿宋', byOne, /<w:rPr>(?:(?!<w:rPr>).)*?<\/w:rPr>(<w:t [^>]*>张建国)/u, '$1'],
  [
    'SIGNER_FONT',
    '签发人 in 黑体',
    byOne,
    new RegExp(`<w:r>${SIGNER.source}`, 'u'),
    '<w:r><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr>$1',
  ],
  ['SIGNER_PLACE', 'a signer in the middle', byOne, /(<w:tab w:val="left" w:pos=")\d+/u, '$13000'],
  [
    'SIGNER_PLACE',
    'a second line that begins elsewhere',
    jointFiles,
    /(<w:pBdr>.*?<\/w:pBdr><w:tabs><w:tab w:val="left" w:pos=")\d+/u,
    '$13000',
  ],
  [
    'MARK_JOINT_WORD',
    '文件 not in the middle',
    jointFiles,
    /<w:vAlign w:val="center"\/>(<\/w:tcPr>(?:(?!<w:tcPr>).)*?文件<)/u,
    '$1',
  ],
  ['MARK_JOINT_WORD', 'without 文件', jointFiles, /(<w:t xml:space="preserve">)文件</u, '$1<'],
  [
    'MARK_JOINT_NAMES',
    'names of different width',
    jointFiles,
    /(<w:color w:val="FF0000"\/>)<w:spacing w:val="[1-9]\d*"\/>/u,
    '$1',
  ],
  [
    'MARK_COLOR',
    'one name in black',
    jointFiles,
    '<w:color w:val="FF0000"/><w:spacing',
    '<w:color w:val="000000"/><w:spacing',
  ],
  [
    'SIGNATURE_JOINT',
    'one issuer who does not sign',
    jointFiles,
    /(<w:pStyle w:val="Signature1"\/>(?:(?!<w:p>).)*?)武陵源区发展和改革局/u,
    '$1',
  ],
  [
    'DATE_ONCE',
    'a date above the issuers too',
    jointFiles,
    /(<w:p><w:pPr><w:pStyle w:val="Signature1"\/>)/u,
    '<w:p><w:pPr><w:pStyle w:val="Signature1"/></w:pPr><w:r><w:t xml:space="preserve">2024年4月7日</w:t></w:r></w:p>$1',
  ],
];

describe('the checker of the official format', () => {
  it.each(JOINT_FAULTS)('finds %s and nothing else: %s', (code, _, whole, from, to) => {
    const found = checkDocx(planted('document.xml', from, to, whole));
    expect([...new Set(found.map((finding) => finding.code))]).toEqual([code]);
  });

  it.each(FAULTS)('finds %s and nothing else: %s', (code, _, part, from, to) => {
    expect([...new Set(checkDocx(planted(part, from, to)).map((finding) => finding.code))]).toEqual([code]);
  });

  it('finds nothing in what we write, in any of the three forms', async () => {
    const withoutPictures = (document: OfficialDocument): OfficialDocument => ({
      ...document,
      body: document.body.filter(({ kind }) => kind !== 'picture'),
    });
    for (const document of [
      bulletin(2, 30),
      letter(),
      minutes(),
      jointReport(),
      { ...letter(), signers: ['甲'] },
      { ...jointReport(), signature: { ...jointReport().signature, sealed: false } },
    ])
      expect(checkDocx(await writeDocx(withoutPictures(document)))).toEqual([]);
    const open = checkDocx(await writeDocx(withoutPictures({ ...bulletin(1, 2), signers: [] })));
    expect(open.map(({ code }) => code)).toEqual(['SIGNER_FORM']);
    const unsigned = { ...letter(), annexes: [{ title: '名单', body: [table(2)] }] };
    expect(checkDocx(await writeDocx(unsigned))).toEqual([]);
  });

  it('says where, what stands there, what is wanted and how to mend it', () => {
    const [finding] = checkDocx(planted('document.xml', '〔2024〕', '[2024]'));
    expect(finding).toMatchObject({ text: '武政督[2024]8号', found: '[2024]', wanted: '〔2024〕' });
    expect(finding?.paragraph).toBeGreaterThan(0);
    expect(finding?.mend).toContain('六角括号');
  });
});
