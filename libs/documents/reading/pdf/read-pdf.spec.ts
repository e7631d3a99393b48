import { codeOf, textsOf } from '../testing/texts-of.js';
import { pdfLines, pdfOfObjects, pdfOfPages, type PdfPageModel, type PdfText } from '../testing/pdf-of.js';

const pdfOf = (pages: readonly (readonly string[])[]): Uint8Array => pdfOfPages(pages.map(pdfLines));

/** The lines of a grid. */
const grid = (xs: readonly number[], ys: readonly number[]): [number, number, number, number][] => [
  ...xs.map((x): [number, number, number, number] => [x, ys[0] ?? 0, x, ys.at(-1) ?? 0]),
  ...ys.map((y): [number, number, number, number] => [xs[0] ?? 0, y, xs.at(-1) ?? 0, y]),
];

describe('the running text of a PDF', () => {
  it('comes line by line, without page numbers and running heads', async () => {
    const bytes = pdfOf([
      ['河西县兴水行动方案', '一、重点任务', '1.整治河道，清淤五公里，由县水', '— 1 —'],
      ['河西县兴水行动方案', '利局牵头，县财政局配合，年底前全部', '完成，按月通报。', '－ 2 －'],
      ['河西县兴水行动方案', '2.修通水渠，由县水利局负责。', '附则', '第 3 页 共 3 页'],
    ]);
    expect((await textsOf(bytes))[0]?.split('\n')).toEqual([
      '一、重点任务',
      '1.整治河道，清淤五公里，由县水',
      '利局牵头，县财政局配合，年底前全部',
      '完成，按月通报。',
      '2.修通水渠，由县水利局负责。',
      '附则',
    ]);
  });

  const LINES = ['一、重点任务', '1.整治河道，清淤五公里，由县水利局牵头', '2.修通水渠，由县水利局负责'];

  it.each([0, 90, 180, 270])('stands upright on a page that is turned by %i degrees', async (rotate) => {
    const matrix = {
      0: '1 0 0 1 0 0',
      90: '0 1 -1 0 842 0',
      180: '-1 0 0 -1 595 842',
      270: '0 -1 1 0 -200 842',
    }[rotate];
    const upright = { ...pdfLines(LINES), rotate, ...(matrix === undefined ? {} : { matrix }) };
    expect(await textsOf(pdfOfPages([upright]))).toEqual([LINES.join('\n')]);
    // The same words printed sideways on a page that is not turned.
    expect(await textsOf(pdfOfPages([{ ...upright, rotate: 0 }]))).toEqual([LINES.join('\n')]);
  });

  it('has no slanting watermark in it, and what is printed twice for boldness once', async () => {
    const page = pdfLines(LINES);
    const twice: PdfText[] = page.texts.map(([x, y, text, size]) => [x + 0.3, y, text, size ?? 12]);
    const bytes = pdfOfPages([{ texts: [...page.texts, ...twice] }]);
    expect(await textsOf(bytes)).toEqual([LINES.join('\n')]);
    const mark = Buffer.from(bytes).toString('latin1');
    const slanting = mark.replace(
      'BT /F1',
      'BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <51855bb94f207a3f> Tj ET BT /F1',
    );
    expect(await textsOf(new Uint8Array(Buffer.from(slanting, 'latin1')))).toEqual([LINES.join('\n')]);
  });

  it('is not broken up by the raised figures that call notes; exponents stay', async () => {
    const texts: PdfText[] = [
      [80, 700, '由县水利局', 16],
      [160, 706, '1', 9],
      [165, 700, '牵头，完成清淤护岸绿化', 16],
      [80, 660, '面积五十', 16],
      [144, 660, 'km', 16],
      [176, 666, '2', 9],
    ];
    const [text = ''] = await textsOf(pdfOfPages([{ texts }]));
    expect(text).toBe('由县水利局牵头，完成清淤护岸绿化\n面积五十km2');
  });

  it('goes down one newspaper column and then the next, what stands across both before and after', async () => {
    const texts: PdfText[] = [[80, 780, '河西县人民政府关于印发兴水行动方案的通知各科室', 18]];
    const column = (x: number, name: string): void => {
      for (let i = 0; i < 10; i += 1)
        texts.push([x, 740 - i * 20, `${name}${i}各单位要提高认识抓落实再落实`, 14]);
    };
    column(80, '左');
    column(320, '右');
    texts.push([80, 500, '以上两栏完毕，本方案自印发之日起施行，有效期五年。', 18]);
    const next = ['左甲', '左乙', '右甲', '右乙'].map((name, i): PdfText => [
      i < 2 ? 80 : 320,
      740 - (i % 2) * 20,
      `${name}各单位要提高认识抓落实再落实`,
      14,
    ]);
    const [text = ''] = await textsOf(pdfOfPages([{ texts }, { texts: next }]));
    const order = text
      .split('\n')
      .filter(Boolean)
      .map((line) => line.slice(0, 2));
    expect(order).toEqual([
      '河西',
      ...Array.from({ length: 10 }, (_, i) => `左${i}`),
      ...Array.from({ length: 10 }, (_, i) => `右${i}`),
      '以上',
      '左甲',
      '左乙',
      '右甲',
      '右乙',
    ]);
  });

  it('stays in lines where a list of names and units only looks like columns', async () => {
    const texts = Array.from({ length: 12 }, (_, i): PdfText[] => [
      [80, 740 - i * 20, `${i + 1}.张三`],
      [320, 740 - i * 20, i % 2 === 0 ? '县水利局' : '县住房和城乡建设局'],
    ]).flat();
    const [text = ''] = await textsOf(pdfOfPages([{ texts }]));
    expect(text.split('\n')[1]).toBe('2.张三 县住房和城乡建设局');
  });
});

describe('the tables of a PDF', () => {
  const xs = [60, 100, 300, 420, 530];
  const rowTexts = (y: number, ...cells: string[]): PdfText[] =>
    cells.map((text, i) => [(xs[i] ?? 0) + 4, y, text]);

  it('that are drawn with lines are tables, merged cells filled down, wrapped lines joined', async () => {
    const ys = [700, 670, 620, 580, 540];
    const lines = grid(xs, ys).filter(([x0, y0, x1]) => !(y0 === 620 && x0 === 60 && x1 === 530));
    lines.push([100, 620, 530, 620]);
    const page: PdfPageModel = {
      lines,
      texts: [
        [80, 760, '河西县重点任务分工表如下：'],
        ...rowTexts(680, '序号', '工作任务', '牵头单位', '时限'),
        [64, 620, '1'],
        [104, 650, '整治河道，清淤五公里，护岸三公里'],
        [104, 630, '并验收'],
        [304, 640, '县水利局'],
        [424, 640, '6月底'],
        ...rowTexts(595, '', '修通水渠', '县水利局', '9月底'),
        ...rowTexts(555, '2', '种树', '县林业局', '3月底'),
        [80, 500, '以上任务按月通报。'],
      ],
    };
    expect(await textsOf(pdfOfPages([page]))).toEqual([
      '河西县重点任务分工表如下：',
      '序号|工作任务|牵头单位|时限\n1|整治河道，清淤五公里，护岸三公里并验收|县水利局|6月底\n1|修通水渠|县水利局|9月底\n2|种树|县林业局|3月底',
      '以上任务按月通报。',
    ]);
  });

  it('may be drawn with thin bars, lack the borders at the sides, and have a row in one piece', async () => {
    const ys = [700, 670, 640, 610];
    const bars = [
      ...ys.map((y): [number, number, number, number] => [60, y, 470, 0.5]),
      ...[100, 300, 420].map((x): [number, number, number, number] => [x, 610, 0.5, 90]),
    ];
    const texts = [
      ...rowTexts(680, '序号', '工作任务', '牵头单位', '时限'),
      ...rowTexts(650, '1', '整治河道', '县水利局', '6月底'),
      // From x = 64 on, each sign 12 wide: the bar at 100 stands after the third one.
      [64, 620, '二二二种树种树种树种树种树种树县林业局'] as const,
    ];
    expect(await textsOf(pdfOfPages([{ bars, texts }]))).toEqual([
      '序号|工作任务|牵头单位|时限\n1|整治河道|县水利局|6月底\n二二二|种树种树种树种树种树种树县林业局||',
    ]);
  });

  it('go on over the end of a page, their repeated header dropped and a parted row put together', async () => {
    const page = (ys: number[], ...texts: PdfText[][]): PdfPageModel => ({
      lines: grid(xs, ys),
      texts: texts.flat(),
    });
    const header = rowTexts(780, '序号', '工作任务', '牵头单位', '时限');
    const pages = [
      page([800, 770, 740], header, rowTexts(750, '1', '整治河道', '县水利局', '6月底')),
      page([800, 770, 740], header, rowTexts(750, '2', '修通水渠，全长', '县水利局', '9月底')),
      page(
        [800, 770, 740, 710],
        header,
        rowTexts(750, '', '五公里'),
        rowTexts(720, '3', '种树', '县林业局', '3月底'),
      ),
    ];
    expect(await textsOf(pdfOfPages(pages))).toEqual([
      '序号|工作任务|牵头单位|时限\n1|整治河道|县水利局|6月底\n2|修通水渠，全长五公里|县水利局|9月底\n3|种树|县林业局|3月底',
    ]);
  });

  it('without lines, a frame around a text, and drawings are no tables', async () => {
    const aligned = [
      ...rowTexts(680, '序号', '工作任务', '牵头单位', '时限'),
      ...rowTexts(650, '1', '整治河道', '县水利局', '6月底'),
    ];
    const expected = ['序号 工作任务 牵头单位 时限\n1 整治河道 县水利局 6月底'];
    expect(await textsOf(pdfOfPages([{ texts: aligned }]))).toEqual(expected);
    expect(await textsOf(pdfOfPages([{ texts: aligned, lines: grid([50, 540], [720, 600]) }]))).toEqual(
      expected,
    );
    const drawing = Array.from({ length: 21_000 }, (_, i): [number, number, number, number] => [
      10 + (i % 500),
      100,
      10 + (i % 500),
      110 + (i % 600),
    ]);
    expect(await textsOf(pdfOfPages([{ texts: aligned, lines: drawing }]))).toEqual(expected);
  });
});

describe('a PDF', () => {
  it('is refused when it has no text, or is none', async () => {
    expect(await codeOf(pdfOf([[]]))).toBe('PDF_HAS_NO_TEXT');
    expect(await codeOf(pdfOf([['扫描件'], ['— 2 —']]))).toBe('PDF_HAS_NO_TEXT');
    expect(await codeOf(Buffer.from('%PDF-1.4 nothing of the kind'))).toBe('DOCUMENT_DAMAGED');
  });

  it('is refused when it is locked', async () => {
    const key = 'ab'.repeat(32);
    const locked = `/ID[<${key.slice(0, 32)}><${key.slice(0, 32)}>]/Encrypt<</Filter/Standard/V 1/R 2/O<${key}>/U<${key}>/P -4>>`;
    expect(await codeOf(pdfOfPages([pdfLines(['甲乙丙'])], locked))).toBe('DOCUMENT_ENCRYPTED');
  });

  it('is read when its table of places is broken, and its scripts are not run', async () => {
    const [text] = await textsOf(pdfOf([['一、重点任务', '1.整治河道，清淤五公里，由县水利局牵头']]));
    const whole = Buffer.from(pdfOf([['一、重点任务', '1.整治河道，清淤五公里，由县水利局牵头']])).toString(
      'latin1',
    );
    const broken = whole
      .replace(/startxref\n\d+/, 'startxref\n99999')
      .replace('<</Type/Catalog', '<</Type/Catalog/OpenAction<</S/JavaScript/JS(throw new Error)>>');
    expect(await textsOf(new Uint8Array(Buffer.from(broken, 'latin1')))).toEqual([text]);
  });

  it('is refused with more pages than a plan can have, or with pages that lead in a circle', async () => {
    const kids = Array.from({ length: 2001 }, () => '3 0 R').join(' ');
    const many = pdfOfObjects([
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Count 2001/Kids[${kids}]>>`,
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>',
    ]);
    expect(await codeOf(many)).toBe('DOCUMENT_TOO_MANY_ROWS');
    const circle = pdfOfObjects(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 5/Kids[2 0 R]>>']);
    expect(await codeOf(circle)).toBe('DOCUMENT_DAMAGED');
  });
});
