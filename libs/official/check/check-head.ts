import { BODY, FACE, HEAD, SIZE, type FaceName } from '../format/figures.js';
import type { FindingCode, Report } from './finding.js';
import { checkJointMark, checkUpward } from './check-issuers.js';
import { isFace, type Recognised } from './recognise.js';
import type { SurveyedParagraph, SurveyedRun } from './survey.js';

const HAN = /\p{Script=Han}/u;

/** The first run with Chinese characters in a typeface that is none of these. */
export const wrongFace = ({ runs }: SurveyedParagraph, faces: readonly FaceName[]): SurveyedRun | undefined =>
  runs.find(({ text, look }) => HAN.test(text) && !faces.some((face) => isFace(look.face, face)));

export const wrongSize = ({ runs }: SurveyedParagraph, points: number): SurveyedRun | undefined =>
  runs.find(({ text, look }) => text.trim() !== '' && look.size !== points);

const named = (run: SurveyedRun): string =>
  `“${[...run.text].slice(0, 10).join('')}”用了${run.look.face ?? '默认字体'}${run.look.bold ? '加粗' : ''}`;

export function reportFace(
  code: FindingCode,
  paragraph: SurveyedParagraph,
  faces: readonly FaceName[],
  report: Report,
): void {
  const off = wrongFace(paragraph, faces) ?? paragraph.runs.find(({ look }) => look.bold);
  if (off) report(code, paragraph, named(off), faces.map((face) => FACE[face].name).join('或'));
}

export function reportSize(
  code: FindingCode,
  paragraph: SurveyedParagraph,
  points: number,
  report: Report,
): void {
  const off = wrongSize(paragraph, points);
  if (off) report(code, paragraph, `${off.look.size} 磅`, `${points} 磅`);
}

/** Mark, number, red rule, title, addressee. */
export function checkHead(recognised: Recognised, report: Report): void {
  const { form, mark, number, rule, title, blanksBeforeTitle, addressee } = recognised;
  if (mark) {
    for (const line of recognised.joint ? [...recognised.joint.names, ...recognised.joint.words] : [mark]) {
      if (line.runs.some(({ look }) => !isRed(look.color)))
        report('MARK_COLOR', line, line.runs[0]?.look.color ?? '', '红色');
      reportFace('MARK_FONT', line, ['title'], report);
    }
    if (recognised.joint === undefined && (mark.look.align !== 'center' || mark.look.firstLine !== 0))
      report('MARK_ALIGN', mark, mark.look.align, '居中');
  } else report('MARK_MISSING', null, '没有找到', '发文机关标志');
  checkNumber(number, form, report);
  checkUpward(recognised, report);
  checkJointMark(recognised, report);
  if (
    form !== 'letter' &&
    !(rule && isRed((rule.look.bottomBorder?.attributes['color'] ?? '').toUpperCase()))
  )
    report(
      'RED_RULE',
      number ?? null,
      rule ? '分隔线不是红色' : '没有找到红色分隔线',
      '发文字号之下 4 毫米处红色分隔线',
    );
  const [first] = title;
  if (!first) return report('TITLE_MISSING', null, '没有找到', '标题');
  for (const line of title) {
    reportFace('TITLE_FONT', line, ['title'], report);
    reportSize('TITLE_SIZE', line, SIZE.two, report);
    if (line.look.align !== 'center' || line.look.firstLine !== 0)
      report('TITLE_ALIGN', line, line.look.align, '居中');
  }
  if (blanksBeforeTitle !== BODY.linesBeforeTitle)
    report('TITLE_SPACE', first, `空 ${blanksBeforeTitle} 行`, `空 ${BODY.linesBeforeTitle} 行`);
  if (!addressee) return;
  if (!addressee.text.trimEnd().endsWith('：'))
    report('ADDRESSEE_COLON', addressee, addressee.text.trim().slice(-1), '：');
  if (addressee.look.firstLine > 0 || addressee.look.left > 0 || /^\s/u.test(addressee.text))
    report('ADDRESSEE_INDENT', addressee, '有缩进', '顶格');
  reportFace('TEXT_FONT', addressee, ['text'], report);
  reportSize('TEXT_SIZE', addressee, SIZE.three, report);
}

/** Red, not only the purest: its red part is high, the others low. */
function isRed(color: string): boolean {
  if (color === HEAD.red) return true;
  const [red = 0, green = 255, blue = 255] = [0, 2, 4].map((at) =>
    Number.parseInt(color.slice(at, at + 2), 16),
  );
  return red >= 0xb0 && green <= 0x40 && blue <= 0x40;
}

function checkNumber(number: SurveyedParagraph | undefined, form: Recognised['form'], report: Report): void {
  // Minutes count their issues in a way of their own.
  if (!number) {
    if (form !== 'minutes') report('NUMBER_MISSING', null, '没有找到', '发文字号');
    return;
  }
  const parts = number.text.split('\t').map((part) => part.trim());
  // A letter has urgency before it, what goes upward signers behind it.
  const text = parts.findLast((part) => /\d+\s*号$/u.test(part)) ?? parts.at(-1) ?? '';
  const [, open = '', year = '', close = '', ordinal = '', serial = ''] =
    /([〔[（(【﹝［])\s*(\d+)\s*([〕\])）】﹞］])\s*(第?)\s*(\d+)\s*号$/u.exec(text) ?? [];
  if (open !== '〔' || close !== '〕')
    report('NUMBER_BRACKETS', number, `${open}${year}${close}`, `〔${year}〕`);
  if (year.length !== 4) report('NUMBER_YEAR', number, year, '四位年份');
  if (ordinal !== '' || serial.startsWith('0'))
    report('NUMBER_SERIAL', number, `${ordinal}${serial}号`, `${Number(serial)}号`);
  const words = {
    ...number,
    runs: number.runs.filter(({ text: run }) => text.includes(run.trim()) && run.trim() !== ''),
  };
  const off = wrongFace(words, ['text']) ?? wrongSize(words, SIZE.three);
  if (off)
    report(
      'NUMBER_FONT',
      number,
      `${off.look.face ?? '默认字体'} ${off.look.size} 磅`,
      `3号${FACE.text.name}`,
    );
}
