import { instantOf } from '#calendar';
import type { OfficialDocument } from '../model/official-document.js';
import { escapedForXml as words } from '#charts';
import { element, NAMESPACES, XML_HEAD } from './xml.js';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export interface PartName {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** The parts that `word/document.xml` stands on. */
export function documentParts(form: OfficialDocument['form'], pictures: number): PartName[] {
  const part = (id: string, type: string, target: string): PartName => ({ id, type, target });
  return [
    part('rIdStyles', 'styles', 'styles.xml'),
    part('rIdNumbering', 'numbering', 'numbering.xml'),
    part('rIdSettings', 'settings', 'settings.xml'),
    part('rIdFonts', 'fontTable', 'fontTable.xml'),
    part('rIdFooterOdd', 'footer', 'footer1.xml'),
    part('rIdFooterEven', 'footer', 'footer2.xml'),
    ...(form === 'letter'
      ? [part('rIdHeaderFirst', 'header', 'header1.xml'), part('rIdFooterFirst', 'footer', 'footer3.xml')]
      : []),
    ...Array.from({ length: pictures }, (_, at) => [
      part(`rIdPng${at + 1}`, 'image', `media/image${at + 1}.png`),
      part(`rIdSvg${at + 1}`, 'image', `media/image${at + 1}.svg`),
    ]).flat(),
  ];
}

export function relationshipsPart(parts: readonly PartName[]): string {
  return (
    XML_HEAD +
    element(
      'Relationships',
      { xmlns: `${PACKAGE}/relationships` },
      ...parts.map(({ id, type, target }) =>
        element('Relationship', {
          Id: id,
          Type: type.startsWith('http') ? type : `${OFFICE}/${type}`,
          Target: target,
        }),
      ),
    )
  );
}

export const ROOT_PARTS: readonly PartName[] = [
  { id: 'rId1', type: 'officeDocument', target: 'word/document.xml' },
  { id: 'rId2', type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
];

export function contentTypesPart(parts: readonly PartName[]): string {
  const override = (name: string, type: string): string =>
    element('Override', { PartName: `/${name}`, ContentType: type });
  return (
    XML_HEAD +
    element(
      'Types',
      { xmlns: `${PACKAGE}/content-types` },
      element('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      element('Default', { Extension: 'png', ContentType: 'image/png' }),
      element('Default', { Extension: 'svg', ContentType: 'image/svg+xml' }),
      override('word/document.xml', `${WORD_TYPE}.document.main+xml`),
      ...parts
        .filter(({ type }) => type !== 'image')
        .map(({ type, target }) => override(`word/${target}`, `${WORD_TYPE}.${type}+xml`)),
      override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    )
  );
}

/** Word of 2013 and later, odd and even pages with feet of their own, and Chinese line breaking. */
export function settingsPart(): string {
  return (
    XML_HEAD +
    element(
      'w:settings',
      NAMESPACES,
      '<w:evenAndOddHeaders/>',
      element('w:drawingGridVerticalSpacing', { 'w:val': 579 }),
      '<w:characterSpacingControl w:val="doNotCompress"/>',
      element(
        'w:compat',
        {},
        '<w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>',
        element('w:compatSetting', {
          'w:name': 'compatibilityMode',
          'w:uri': 'http://schemas.microsoft.com/office/word',
          'w:val': 15,
        }),
      ),
      element('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }),
    )
  );
}

/** Who and what. The time is the document's own date: the same document gives the same bytes. */
export function corePart({ title, signature, issuersMark }: OfficialDocument): string {
  const at = instantOf(signature.date, '00:00').replace(/\.\d+Z$/, 'Z');
  const time = (name: string): string => element(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, at);
  return (
    XML_HEAD +
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      time('created'),
      element('dc:creator', {}, words(signature.issuers.join('、') || issuersMark)),
      '<dc:language>zh-CN</dc:language>',
      time('modified'),
      element('dc:title', {}, words(title)),
    )
  );
}
