import type { ModelAction, ModelTask, Noise, PlanModel, PlanStyle } from './plan-model.js';

/** Prints a plan in a style, paragraph by paragraph. */
export function printPlan(plan: PlanModel, style: PlanStyle): string[] {
  const { place, year } = plan;
  const head = [
    `${place}人民政府办公室关于印发《${place}${year}年兴县方案》的通知`,
    `${place.slice(0, 2)}政办发〔${year}〕7号`,
    '各乡镇人民政府，县直各单位：',
    `《${place}${year}年兴县方案》已经同意，现印发给你们，请认真贯彻执行。`,
    `${place}人民政府办公室`,
    `${year}年1月8日`,
  ];
  const body = style.outline === 'annexes' ? annexes(plan, style) : bodyOf(plan, style);
  const contents = style.contents && style.outline !== 'annexes' ? contentsOf(body) : [];
  const closing = style.closing
    ? [`抄送：${place}委办公室。`, `${place}人民政府办公室${year}年1月9日印发`]
    : [];
  return [
    ...head,
    ...(style.outline === 'annexes' ? [] : [`${place}${year}年兴县方案`]),
    ...contents,
    ...body,
    ...closing,
  ];
}

/** What the outline makes of a plan's tasks: a number each, and which action each belongs to. */
export function numbersOf(plan: PlanModel, style: PlanStyle): number[][] {
  let count = 0;
  return plan.actions.map(({ tasks }) => {
    if (anew(style)) count = 0;
    return tasks.map(() => (count += 1));
  });
}

function anew({ outline, restarts }: PlanStyle): boolean {
  return (
    outline === 'annexes' ||
    outline === 'bare' ||
    (restarts && outline !== 'articles' && outline !== 'partsAsTasks')
  );
}

const NUMERALS = '零一二三四五六七八九十';
export function chinese(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (number <= 10) return NUMERALS.charAt(number);
  return `${tens > 1 ? NUMERALS.charAt(tens) : ''}十${ones > 0 ? NUMERALS.charAt(ones) : ''}`;
}

const partOf = (style: PlanStyle, number: number): string => style.part.replace('一', chinese(number));
const sectionOf = (style: PlanStyle, number: number): string => style.section.replace('一', chinese(number));
const itemOf = (style: PlanStyle, number: number): string =>
  style.item === '１.' ? `${wide(String(number))}.` : style.item.replace('1', String(number));

function wide(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function bodyOf(plan: PlanModel, style: PlanStyle): string[] {
  const { actions } = plan;
  const numbers = numbersOf(plan, style);
  const general = ['坚持以人为本，统筹推进各项工作，努力开创新局面。'];
  const organisation = ['各单位要加强组织领导，细化任务分工，形成工作合力。'];
  const tasks = (print: (task: ModelTask, number: number) => string[]) => (action: ModelAction, i: number) =>
    action.tasks.flatMap((task, k) => print(task, numbers[i]?.[k] ?? 0));
  const asItem = tasks((task, n) => paragraphs(task, itemOf(style, n), style));
  const asSection = tasks((task, n) => paragraphs(task, sectionOf(style, n), style));
  switch (style.outline) {
    case 'items':
      return framed(
        style,
        general,
        organisation,
        (from) =>
          actions.flatMap((action, i) => [`${partOf(style, from + i)}${action.name}`, ...asItem(action, i)]),
        actions.length,
      );
    case 'sections':
      return framed(
        style,
        general,
        organisation,
        (from) =>
          actions.flatMap((action, i) => [
            `${partOf(style, from + i)}${action.name}`,
            ...asSection(action, i),
          ]),
        actions.length,
      );
    case 'bare':
      return framed(
        style,
        general,
        organisation,
        (from) => [
          `${partOf(style, from)}重点任务`,
          ...actions.flatMap((action, i) => [
            `${sectionOf(style, i + 1)}${action.name}`,
            ...tasks((task) => paragraphs(task, '', style))(action, i),
          ]),
        ],
        1,
      );
    case 'chapters':
      return [
        ...(style.general ? ['第一章 总体要求', ...general] : []),
        ...actions.flatMap((action, i) => [
          `第${chinese(i + (style.general ? 2 : 1))}章 ${action.name}`,
          ...asItem(action, i),
        ]),
      ];
    case 'partsAsTasks':
      return actions.flatMap(tasks((task, n) => paragraphs(task, partOf(style, n), style)));
    case 'articles':
      return actions.flatMap(tasks((task, n) => paragraphs(task, `第${chinese(n)}条 `, style)));
    default:
      return framed(
        style,
        general,
        organisation,
        (from) => [
          `${partOf(style, from)}重点任务`,
          ...actions.flatMap((action, i) => [
            `${sectionOf(style, i + 1)}${action.name}`,
            ...asItem(action, i),
          ]),
        ],
        1,
      );
  }
}

function framed(
  style: PlanStyle,
  general: readonly string[],
  organisation: readonly string[],
  body: (from: number) => string[],
  parts: number,
): string[] {
  if (!style.general) return body(1);
  return [
    `${partOf(style, 1)}总体要求`,
    ...general,
    ...body(2),
    `${partOf(style, parts + 2)}组织保障`,
    ...organisation,
  ];
}

function annexes(plan: PlanModel, style: PlanStyle): string[] {
  const numbers = numbersOf(plan, style);
  return plan.actions.flatMap((action, i) => [
    `附件${i + 1}`,
    `${plan.place}${action.name}实施方案`,
    ...(style.general ? [`${partOf(style, 1)}总体要求`, '坚持因地制宜，科学有序推进。'] : []),
    `${partOf(style, style.general ? 2 : 1)}工作任务`,
    ...action.tasks.flatMap((task, k) => paragraphs(task, itemOf(style, numbers[i]?.[k] ?? 0), style)),
  ]);
}

/** The task as printed: its title, what is to be done, its list, and who does it. */
function paragraphs(task: ModelTask, marker: string, style: PlanStyle): string[] {
  const said = [task.sentence.replace(/。?$/, ''), task.indicator?.words, task.deadline?.words]
    .filter((words) => words !== undefined)
    .join('，');
  const clause = clauseOf(task, style);
  const list = listOf(task, style);
  const text = `${marker}${task.title}。${said}。${list}${clause.after}`;
  return [text, ...clause.lines];
}

function listOf({ subItems }: ModelTask, { subItems: form }: PlanStyle): string {
  if (subItems.length === 0) return '';
  const mark = (i: number): string =>
    form === '①'
      ? String.fromCharCode(0x2460 + i)
      : form === '一是'
        ? `${chinese(i + 1)}是`
        : form.replace('1', String(i + 1));
  return `重点做好：${subItems.map((item, i) => `${mark(i)}${item}`).join('；')}。`;
}

function clauseOf({ lead, support }: ModelTask, { notation }: PlanStyle): { after: string; lines: string[] } {
  const [leads, others] = [lead.join('、'), support.join('、')];
  const after = (text: string): { after: string; lines: string[] } => ({ after: text, lines: [] });
  const spoken =
    lead.length === 0
      ? `${others}按职责分工负责`
      : support.length === 0
        ? `${leads}牵头`
        : `${leads}牵头，${others}按职责分工负责`;
  const labelled = lead.length === 0 ? `责任单位：${others}` : `牵头单位：${leads}；配合单位：${others}`;
  switch (notation) {
    case 'half':
      return after(`(${spoken.replace('，', ',').replaceAll('（', '(').replaceAll('）', ')')})`);
    case 'labels':
      return after(`（${labelled}）`);
    case 'shell':
      return after(`〔${labelled}〕`);
    case 'black':
      return after(`【${labelled}】`);
    case 'lines':
      return { after: '', lines: labelled.split('；') };
    case 'inline':
      return after(`${labelled}。`);
    case 'duty':
      return after(lead.length === 1 ? `（${leads}负责，${others}参与）` : `（${spoken}）`);
    case 'together':
      return after(lead.length === 1 ? `（由${leads}会同${others}负责）` : `（${spoken}）`);
    default:
      return after(`（${spoken}）`);
  }
}

/** The headings of a body with the pages they are on. */
function contentsOf(body: readonly string[]): string[] {
  const headings = body.filter((line) => line.length <= 20 && !/[。：]/.test(line));
  return headings.length < 2
    ? []
    : ['目  录', ...headings.map((line, i) => (i % 2 === 0 ? `${line}……………${i + 1}` : `${line} ${i + 1}`))];
}

/** The text as it came out of a scanner, a converter or a web page, and how many of its lines break off. */
export function withNoise(
  paragraphs: readonly string[],
  noise: Noise,
): { text: string; brokenLines: number } {
  const lines = paragraphs
    .flatMap((paragraph) => wrapped(`${noise.indent}${print(paragraph, noise)}`, noise.width))
    .map((line) => (noise.spaced ? setApart(line) : line));
  const paged = lines.flatMap((line, i) => {
    const isFoot = noise.page > 0 && (i + 1) % noise.page === 0;
    return isFoot ? [line, noise.pageNumber.replace('#', String((i + 1) / noise.page))] : [line];
  });
  const end = noise.width > 0 && noise.lineEnd === '\n\n' ? '\n' : noise.lineEnd;
  return {
    text: paged.map((line) => `${line}${noise.trailing}`).join(end),
    brokenLines: lines.length - paragraphs.length,
  };
}

function setApart(line: string): string {
  return line.replace(/(?<=[\u3400-\u9fff，。、；：])(?=[\u3400-\u9fff，。、；：])/gu, ' ');
}

function print(paragraph: string, { invisible, fullWidth }: Noise): string {
  const shown = fullWidth ? wide(paragraph) : paragraph;
  return invisible === '' ? shown : [...shown].map((c, i) => (i % 7 === 3 ? `${c}${invisible}` : c)).join('');
}

function wrapped(paragraph: string, width: number): string[] {
  if (width === 0) return [paragraph];
  const lines: string[] = [''];
  let columns = 0;
  for (const character of paragraph) {
    const own = /[\p{Cf}\p{Cc}]/u.test(character) ? 0 : character.charCodeAt(0) < 0x2000 ? 1 : 2;
    if (columns + own > width * 2) {
      lines.push('');
      columns = 0;
    }
    lines[lines.length - 1] += character;
    columns += own;
  }
  return lines;
}
