import { OPEN_DATA_FORMAT } from '../data/open-data.schema.js';
import { OPEN_TABLES } from '../data/open-tables.js';
import { isPublished, type PublishedPeriod } from './periods.js';
import type { ReleaseContent } from './public-site.types.js';

const MEDIA = 'https://www.iana.org/assignments/media-types/';

export interface CatalogSource {
  readonly division: { readonly code: string; readonly name: string };
  readonly periods: readonly PublishedPeriod[];
  readonly contents: ReadonlyMap<string, ReleaseContent>;
  readonly changedAt: string;
  /** Null: addresses are relative to the catalogue's own. */
  readonly url: string | null;
}

/** The data sets that hold, as a catalogue in JSON-LD after the Data Catalog Vocabulary (DCAT 3). */
export function catalog({ division, periods, contents, changedAt, url }: CatalogSource): object {
  const at = (path: string): string => (url === null ? encodeURI(path) : `${url}/${encodeURI(path)}`);
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      spdx: 'http://spdx.org/rdf/terms#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@type': 'dcat:Catalog',
    'dct:title': `${division.name}重点任务落实情况开放数据`,
    'dct:description': '已销号或经督查核实属实、并已印发公示的任务',
    'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': division.name },
    'dct:language': 'zh-CN',
    'dct:spatial': { '@type': 'dct:Location', 'dct:identifier': division.code, 'dct:title': division.name },
    'dct:modified': { '@type': 'xsd:dateTime', '@value': changedAt },
    'foaf:homepage': at('index.html'),
    'dcat:dataset': periods.filter(isPublished).flatMap((period) => {
      const content = contents.get(period.last.productId);
      return content === undefined ? [] : [dataset(period, content, at)];
    }),
  };
}

function dataset(
  { folder, last, editions }: PublishedPeriod,
  { data, bytes }: ReleaseContent,
  at: (path: string) => string,
): object {
  const file = (path: string, title: string, media: string, more: object = {}): object => ({
    '@type': 'dcat:Distribution',
    'dct:title': title,
    'dcat:downloadURL': at(`${folder}/${path}`),
    'dcat:mediaType': `${MEDIA}${media}`,
    ...more,
  });
  return {
    '@type': 'dcat:Dataset',
    'dct:identifier': data.id,
    'dct:title': last.title,
    'dct:issued': { '@type': 'xsd:dateTime', '@value': editions[0]?.releasedAt ?? last.releasedAt },
    'dct:modified': { '@type': 'xsd:dateTime', '@value': last.releasedAt },
    'dcat:version': String(last.edition),
    'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': data.source.publisher },
    'dct:source': data.source.document,
    'dct:license': data.licence.url ?? data.licence.text,
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': data.period.start,
      'dcat:endDate': data.period.end,
    },
    'dcat:landingPage': at(`${folder}/index.html`),
    'dcat:distribution': [
      file('data.json', '全部数据', 'application/json', {
        'dcat:byteSize': bytes.byteLength,
        'dct:conformsTo': at('schema.json'),
        'dct:format': OPEN_DATA_FORMAT,
        'spdx:checksum': {
          '@type': 'spdx:Checksum',
          'spdx:algorithm': 'sha256',
          'spdx:checksumValue': last.sha256,
        },
      }),
      ...OPEN_TABLES.map(({ name, title }) => file(`${name}.csv`, title, 'text/csv')),
    ],
  };
}
