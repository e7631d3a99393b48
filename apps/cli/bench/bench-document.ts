import { writeDocx, writePdf, type Block, type OfficialDocument } from '#official';

export interface DocumentFigure {
  readonly what: string;
  readonly documents: number;
  readonly kilobytes: number;
  readonly ms: number;
  /** What this process itself used: it also holds on a machine with other work. */
  readonly cpuMs: number;
}

const ROUNDS = 5;

/** Measures writing as .docx and as PDF: a bulletin of some twenty pages (warm, the median of 5), then so many notices in a row. */
export async function benchDocument(notices: number): Promise<DocumentFigure[]> {
  const long = bulletin();
  const writeBoth = async (document: OfficialDocument): Promise<number> =>
    (await writeDocx(document)).length + (await writePdf(document)).length;
  const first = await measure('the first bulletin, fonts opened', 1, () => writeBoth(long));
  const warm: DocumentFigure[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    warm.push(await measure('a bulletin of twenty pages, warm', 1, () => writeBoth(long)));
  const [middle = first] = warm.sort((a, b) => a.cpuMs - b.cpuMs).slice(Math.floor(ROUNDS / 2));
  const many = await measure('notices of one page', notices, async () => {
    let bytes = 0;
    for (let serial = 1; serial <= notices; serial += 1) bytes += await writeBoth(notice(serial));
    return bytes;
  });
  return [first, middle, many];
}

async function measure(what: string, documents: number, run: () => Promise<number>): Promise<DocumentFigure> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const bytes = await run();
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return {
    what,
    documents,
    kilobytes: Math.round(bytes / 1000),
    ms: Math.round(ms),
    cpuMs: Math.round((user + system) / 1000),
  };
}

const SENTENCE =
  '今年以来，各镇（街道）、区直各单位围绕年度目标任务，压实责任、细化措施，149项任务中按期推进131项，占87.9%，总体进展平稳。';

const paragraphs = (count: number): Block[] =>
  Array.from({ length: count }, (_, at): Block => ({
    kind: 'paragraph',
    line: [{ kind: 'text', text: `${at + 1}日，${SENTENCE.repeat(3)}` }],
  }));

function notice(serial: number): OfficialDocument {
  return {
    form: 'letter',
    issuersMark: '武陵源区高质量发展督查室',
    number: { organ: '武政督函', year: 2024, serial },
    title: '关于报送任务进展情况的提醒函',
    addressees: [`第${serial}单位`],
    body: paragraphs(1),
    annexes: [],
    signature: { issuers: ['武陵源区高质量发展督查室'], date: '2024-04-11', sealed: true },
    foot: null,
  };
}

function bulletin(): OfficialDocument {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="400">${Array.from(
    { length: 20 },
    (_, at) =>
      `<rect x="${at * 40}" y="${at * 10}" width="30" height="${400 - at * 10}" fill="#444"/><text x="${at * 40}" y="${at * 10 + 14}" font-size="14">${at}%</text>`,
  ).join('')}</svg>`;
  const picture: Block = {
    kind: 'picture',
    caption: '各行动完成率',
    alternative: '二十个行动的完成率。',
    svg,
    size: { width: 800, height: 400 },
  };
  return {
    ...notice(1),
    form: 'document',
    title: '关于2024年一季度重点任务落实情况的通报',
    body: [picture, ...paragraphs(50), picture],
    annexes: [
      {
        title: '任务清单',
        body: [
          {
            kind: 'table',
            columns: [
              { title: '序号', width: 1, align: 'center' },
              { title: '任务', width: 5, align: 'left' },
              { title: '牵头单位', width: 3, align: 'left' },
            ],
            rows: Array.from({ length: 149 }, (_, at) =>
              [String(at + 1), '推进重点产业链供应链韧性提升工程', '区发展和改革局'].map((text) => [
                { kind: 'text' as const, text },
              ]),
            ),
          },
        ],
      },
    ],
  };
}
