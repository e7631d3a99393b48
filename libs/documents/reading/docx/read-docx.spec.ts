import { docxOf, item, p, tc } from '../testing/docx-of.js';
import { codeOf, readBytes, textsOf } from '../testing/texts-of.js';
import { zipOf } from '../testing/zip-of.js';

const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const tr = (cells: string, properties = ''): string => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
const tbl = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;
const notesPart = (kind: string, ...texts: string[]): string =>
  `<w:${kind}s xmlns:w="w"><w:${kind} w:type="separator" w:id="-1"><w:p/></w:${kind}>${texts
    .map(
      (text, i) => `<w:${kind} w:id="${i + 1}"><w:p><w:r><w:${kind}Ref/></w:r>${run(text)}</w:p></w:${kind}>`,
    )
    .join('')}</w:${kind}s>`;

describe('the running text of a Word document', () => {
  it('is not broken up by its notes, which are kept apart', async () => {
    const call = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const body = `<w:p>${run('由县水利局')}${call('footnote', 2)}${run('牵头')}${call('endnote', 1)}${call('footnote', 1)}</w:p>`;
    const bytes = docxOf(body, {
      'word/footnotes.xml': notesPart('footnote', '后来的', '含河长办'),
      'word/endnotes.xml': notesPart('endnote', '见附则'),
      'word/header1.xml': `<w:hdr xmlns:w="w">${p('内部资料')}</w:hdr>`,
      'word/footer1.xml': `<w:ftr xmlns:w="w">${p('第1页')}</w:ftr>`,
    });
    expect(await readBytes(bytes)).toEqual({
      kind: 'docx',
      blocks: [{ type: 'paragraph', text: '由县水利局牵头' }],
      notes: [
        { kind: 'footnote', number: 1, text: '含河长办' },
        { kind: 'endnote', number: 1, text: '见附则' },
        { kind: 'footnote', number: 2, text: '后来的' },
      ],
    });
  });

  it('has the texts of its boxes once, after the paragraph that they hang on', async () => {
    const box = `<w:txbxContent>${p('框中一')}${p('框中二')}${tbl(tr(tc('甲') + tc('乙')))}</w:txbxContent>`;
    const body = `<w:p>${run('前')}<w:r><mc:AlternateContent><mc:Choice><wps:txbx>${box}</wps:txbx></mc:Choice>
      <mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('后')}</w:p>
      <w:p><w:r><w:pict><v:textbox><w:txbxContent>${p('旧框')}</w:txbxContent></v:textbox></w:pict></w:r></w:p>${p('末')}`;
    expect(await textsOf(docxOf(body))).toEqual(['前后', '框中一', '框中二', '甲|乙', '旧框', '末']);
  });

  it('has what content controls hold, but no hints to fill them in and no table of contents', async () => {
    const sdt = (properties: string, content: string): string =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const contents = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>';
    const body = `${sdt(contents, sdt('', p('一、总则1')) + p('二、任务3'))}${sdt('<w:alias w:val="题"/>', p('标题'))}
      <w:p>${run('牵头单位：')}${sdt('<w:showingPlcHdr/>', run('单击此处输入文字。'))}${sdt('', run('县水利局'))}</w:p>
      ${p('一、总则\t1', '<w:pStyle w:val="11"/>')}${p('正文')}`;
    const styles =
      '<w:styles xmlns:w="w"><w:style w:styleId="11"><w:name w:val="toc 1"/></w:style></w:styles>';
    expect(await textsOf(docxOf(body, { 'word/styles.xml': styles }))).toEqual([
      '标题',
      '牵头单位：县水利局',
      '正文',
    ]);
  });

  it('reads as it will when its revisions are accepted', async () => {
    const mark = (what: string): string => `<w:rPr><w:${what} w:id="1"/></w:rPr>`;
    const old = '<w:pPrChange><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:pPrChange>';
    const body = `<w:p><w:pPr>${mark('del')}</w:pPr>${run('由县水利局')}<w:del>${`<w:r><w:delText>、县财政局</w:delText></w:r>`}</w:del></w:p>
      <w:p><w:pPr>${old}</w:pPr>${run('牵头。')}</w:p>
      <w:p><w:pPr>${mark('moveFrom')}</w:pPr><w:moveFrom>${run('移走的')}</w:moveFrom></w:p>
      <w:p><w:moveTo>${run('移来的')}</w:moveTo></w:p>
      ${tbl(tr(tc('甲') + tc('一')), tr(tc('删') + tc('去'), '<w:del w:id="2"/>'), tr(tc('乙') + tc('二')))}`;
    expect(await textsOf(docxOf(body))).toEqual(['由县水利局牵头。', '移来的', '甲|一\n乙|二']);
  });

  it('has symbols, tabs, line breaks and drawn numbers as they are seen, nothing hidden and no soft hyphens', async () => {
    const field = (instruction: string, result?: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>${
        result === undefined ? '' : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}`
      }<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body = `<w:p>${run('甲')}<w:r><w:tab/></w:r>${run('乙')}<w:r><w:br/><w:t>丙</w:t><w:cr/><w:softHyphen/><w:br w:type="page"/></w:r>
      <w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Wingdings" w:char="F046"/></w:r>
      ${run('95%')}${run('暗', '<w:vanish/>')}${run('明', '<w:vanish w:val="0"/>')}<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t></w:r>
      ${field('eq \\o\\ac(○,3)')}${run('清淤')}${field('DATE', '2025年')}${field('PAGEREF x')}</w:p>
      <w:p><w:r><w:ruby><w:rt>${run('hé')}</w:rt><w:rubyBase>${run('河')}</w:rubyBase></w:ruby></w:r></w:p>
      <w:altChunk r:id="rId9"/>`;
    expect(await textsOf(docxOf(body))).toEqual(['甲\t乙\n丙\n☑≥95%明A-B③清淤2025年', '河']);
  });

  it('is found where the file says it is, in any prefix and in UTF-16', async () => {
    const xml = '<n:document xmlns:n="w"><n:body><n:p><n:r><n:t>甲</n:t></n:r></n:p></n:body></n:document>';
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')]);
    const relations =
      '<Relationships><Relationship Id="rId1" Type="http://x/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>';
    expect(await textsOf(zipOf({ '_rels/.rels': relations, 'word/document2.xml': utf16 }))).toEqual(['甲']);
    expect(await codeOf(zipOf({ 'word/document2.xml': xml }))).toBe('DOCUMENT_DAMAGED');
  });
});

describe('the tables of a Word document', () => {
  const whole = (content: string): string => tc(content);

  it('have merged cells filled down, columns left free before a row, and nested tables told in their cell', async () => {
    const nested = tbl(tr(tc('2024') + tc('3公里')), tr(tc('2025') + tc('5公里')));
    const body = tbl(
      tr(whole('类别') + whole('任务') + whole('牵头单位')),
      tr(tc('兴水', '<w:vMerge w:val="restart"/>') + whole('清淤') + whole('县水利局')),
      tr(tc('', '<w:vMerge/>') + tc(p('护岸长度') + nested) + whole('县住建局')),
      tr(tc('', '<w:vMerge w:val="continue"/>') + tc('合并两列', '<w:gridSpan w:val="2"/>')),
      tr(whole('种树') + whole('县林业局'), '<w:gridBefore w:val="1"/>'),
    );
    expect(await textsOf(docxOf(body))).toEqual([
      '类别|任务|牵头单位\n兴水|清淤|县水利局\n兴水|护岸长度\n2024　3公里\n2025　5公里|县住建局\n兴水|合并两列|\n|种树|县林业局',
    ]);
  });
});

describe('the automatic numbers of a Word document', () => {
  const lvl = (i: number, format: string, text: string, more = ''): string =>
    `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const abstract = (id: number, ...levels: string[]): string =>
    `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
  const num = (id: number, of: number, more = ''): string =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
  const numbered = (body: string, numbering: string, styles = ''): Promise<string[]> =>
    textsOf(
      docxOf(body, {
        'word/numbering.xml': `<w:numbering xmlns:w="w">${numbering}</w:numbering>`,
        'word/styles.xml': `<w:styles xmlns:w="w">${styles}</w:styles>`,
      }),
    );

  it.each([
    ['chineseCounting', ['一', '二', '十', '十一', '二十', '一百零一']],
    ['chineseCountingThousand', ['一', '二', '十', '十一', '二十', '一百零一']],
    ['japaneseCounting', ['一', '二', '十', '十一', '二十', '一百零一']],
    ['taiwaneseCountingThousand', ['一', '二', '十', '十一', '二十', '一百零一']],
    ['ideographDigital', ['一', '二', '一〇', '一一', '二〇', '一〇一']],
    ['chineseLegalSimplified', ['壹', '贰', '壹拾', '壹拾壹', '贰拾', '壹佰零壹']],
    ['decimalEnclosedCircle', ['①', '②', '⑩', '⑪', '⑳', '101']],
    ['decimalEnclosedCircleChinese', ['①', '②', '⑩', '⑪', '⑳', '101']],
    ['ideographTraditional', ['甲', '乙', '癸', '11', '20', '101']],
    ['decimalFullWidth', ['１', '２', '１０', '１１', '２０', '１０１']],
    ['decimalZero', ['01', '02', '10', '11', '20', '101']],
    ['upperLetter', ['A', 'B', 'J', 'K', 'T', 'WWWW']],
    ['lowerRoman', ['i', 'ii', 'x', 'xi', 'xx', 'ci']],
    ['aFormatOfTheFuture', ['1', '2', '10', '11', '20', '101']],
  ])('are printed in the format %s', async (format, expected) => {
    const body = [1, 2, 10, 11, 20, 101].map((_, i) => item('项', i + 1)).join('');
    const starts = [1, 2, 10, 11, 20, 101].map((value, i) =>
      num(i + 1, 7, `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${value}"/></w:lvlOverride>`),
    );
    const texts = await numbered(body, abstract(7, lvl(0, format, '%1、')) + starts.join(''));
    expect(texts).toEqual(expected.map((printed) => `${printed}、项`));
  });

  it('count on through lists of one kind, and anew where a list says so', async () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const own = `<w:lvlOverride w:ilvl="0">${lvl(0, 'decimal', '(%1)')}</w:lvlOverride>`;
    const numbering =
      abstract(1, lvl(0, 'decimal', '%1.')) + num(1, 1) + num(2, 1) + num(3, 1, restart) + num(4, 1, own);
    const body = [1, 1, 2, 3, 3, 1, 4].map((list) => item('项', list)).join('');
    expect(await numbered(body, numbering)).toEqual([
      '1.项',
      '2.项',
      '3.项',
      '1.项',
      '2.项',
      '3.项',
      '(4)项',
    ]);
  });

  it('begin again below a higher number, unless they are said not to', async () => {
    const numbering =
      abstract(
        1,
        lvl(0, 'chineseCounting', '第%1章', '<w:isLgl w:val="0"/>'),
        lvl(1, 'chineseCounting', '第%2条', '<w:lvlRestart w:val="0"/>'),
        lvl(2, 'decimal', '%1.%2.%3', '<w:isLgl/>'),
      ) + num(1, 1);
    const body = [
      item('总则', 1),
      item('为了', 1, 1),
      item('适用', 1, 1),
      item('2025年起', 1, 2),
      item('任务', 1),
      item('清淤', 1, 1),
      item('甲', 1, 2),
    ].join('');
    expect(await numbered(body, numbering)).toEqual([
      '第一章 总则',
      '第一条 为了',
      '第二条 适用',
      '1.2.1 2025年起',
      '第二章 任务',
      '第三条 清淤',
      '2.3.1 甲',
    ]);
  });

  it('come from styles as well, and are switched off by a paragraph of its own', async () => {
    const numbering =
      abstract(
        1,
        lvl(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H1"/>'),
        lvl(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="H2"/>'),
      ) +
      '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="LS"/></w:abstractNum>' +
      num(5, 1) +
      num(6, 2);
    const style = (id: string, more: string): string =>
      `<w:style w:styleId="${id}"><w:name w:val="${id}"/>${more}</w:style>`;
    const numPr = '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr>';
    const styles =
      style('H1', numPr) +
      style('H2', numPr) +
      style('H2a', '<w:basedOn w:val="H2"/>') +
      style('LS', numPr) +
      style('Loop', '<w:basedOn w:val="Loop"/>');
    const of = (id: string, text: string, more = ''): string => p(text, `<w:pStyle w:val="${id}"/>${more}`);
    const body =
      of('H1', '总则') +
      of('H2', '甲') +
      of('H2a', '乙') +
      of('H1', '附：', '<w:numPr><w:numId w:val="0"/></w:numPr>') +
      of('Loop', '丙') +
      item('任务', 6) +
      p('');
    expect(await numbered(body, numbering, styles)).toEqual([
      '一、总则',
      '（一）甲',
      '（二）乙',
      '附：',
      '丙',
      '二、任务',
    ]);
  });

  it('are none for bullets and lists that there are not, and counted for paragraphs without words', async () => {
    const numbering =
      abstract(1, lvl(0, 'bullet', '\uf0b7')) + num(1, 1) + abstract(2, lvl(0, 'decimal', '%1.')) + num(2, 2);
    const body = item('甲', 1) + item('乙', 77) + item('', 2) + item('丙', 2);
    expect(await numbered(body, numbering)).toEqual(['甲', '乙', '2.丙']);
  });
});
