import { zipOf } from './zip-of.js';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const NAMESPACES = `${W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`;
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`;
const item = (list: number, level: number, text: string): string =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
const tc = (width: number, content: string, properties = ''): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
const tr = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const tbl = (widths: readonly number[], ...rows: string[]): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths
    .map((width) => `<w:gridCol w:w="${width}"/>`)
    .join('')}</w:tblGrid>${rows.join('')}</w:tbl>`;
const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const change = (name: 'ins' | 'del', content: string): string =>
  `<w:${name} w:id="9" w:author="甲" w:date="2025-01-01T00:00:00Z">${content}</w:${name}>`;
const lvl = (i: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`;

const NUMBERING = `${HEAD}<w:numbering ${W}>
  <w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>${lvl(0, 'chineseCountingThousand', '%1、')}${lvl(1, 'chineseCountingThousand', '（%2）')}${lvl(2, 'decimal', '%3.')}${lvl(3, 'decimalEnclosedCircle', '%4')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="multilevel"/>${lvl(0, 'decimal', '%1.')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`;

const NESTED = tbl(
  [1200, 1200],
  tr(tc(1200, '2024'), tc(1200, '3公里')),
  tr(tc(1200, '2025'), tc(1200, '5公里')),
);
const TABLE = tbl(
  [1000, 3000, 2000, 2000],
  tr(tc(1000, '序号'), tc(3000, '工作任务'), tc(4000, '责任单位', '<w:gridSpan w:val="2"/>')),
  tr(
    tc(1000, '1', '<w:vMerge w:val="restart"/>'),
    tc(3000, '清淤'),
    tc(2000, '县水利局'),
    tc(2000, '县财政局'),
  ),
  tr(
    tc(1000, p(''), '<w:vMerge/>'),
    tc(3000, p('护岸长度') + NESTED + p('')),
    tc(2000, '县住建局'),
    tc(2000, p('甲') + p('乙')),
  ),
  tr(tc(4000, '合计', '<w:gridSpan w:val="2"/>'), tc(2000, '二项'), tc(2000, p(''))),
);
const BOX = `<w:p>${run('框前')}<w:r><w:pict><v:shape id="a" type="#_x0000_t202" style="position:absolute;width:150pt;height:60pt"><v:textbox><w:txbxContent>${p('框中文字')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>${run('框后')}</w:p>`;

const BODY = [
  p('河西县人民政府办公室关于印发《2025年兴水行动方案》的通知'),
  item(1, 0, '总体要求'),
  p('坚持节水优先，全面推进。'),
  item(1, 0, '重点任务'),
  item(1, 1, '整治河道'),
  item(1, 2, '清淤五公里'),
  item(1, 2, '护岸三公里'),
  item(1, 3, '上游'),
  item(1, 1, '修通水渠'),
  item(1, 2, '勘测'),
  item(2, 0, '甲'),
  item(2, 0, '乙'),
  item(3, 0, '丙'),
  `<w:p>${run('由县水利局')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('牵头')}${change('del', '<w:r><w:delText>旧的</w:delText></w:r>')}${change('ins', run('，县财政局配合'))}${run('暗', '<w:vanish/>')}${run('。')}</w:p>`,
  `<w:p>${run('A')}<w:r><w:tab/></w:r>${run('B')}<w:r><w:br/></w:r>${run('第二行')}<w:r><w:noBreakHyphen/></w:r>${field('HYPERLINK &quot;http://x.invalid&quot;', '2025年')}</w:p>`,
  BOX,
  TABLE,
  p('末段'),
].join('');

/** A whole Word document, as an office program opens it, with one of everything. */
export function richDocx(): Uint8Array {
  const override = (part: string, type: string): string =>
    `<Override PartName="/word/${part}.xml" ContentType="${WORD}.${type}+xml"/>`;
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (content: string): string =>
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  return zipOf({
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('document', 'document.main')}${override('numbering', 'numbering')}${override('footnotes', 'footnotes')}${override('header1', 'header')}</Types>`,
    '_rels/.rels': relations(relation(1, 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations(
      relation(1, 'numbering', 'numbering.xml') +
        relation(2, 'footnotes', 'footnotes.xml') +
        relation(3, 'header', 'header1.xml'),
    ),
    'word/document.xml': `${HEAD}<w:document ${NAMESPACES}><w:body>${BODY}<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
    'word/numbering.xml': NUMBERING,
    'word/header1.xml': `${HEAD}<w:hdr ${W}>${p('河西县人民政府文件')}</w:hdr>`,
    'word/footnotes.xml': `${HEAD}<w:footnotes ${W}><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${run('含县河长办。')}</w:p></w:footnote></w:footnotes>`,
  });
}
