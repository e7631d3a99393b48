import { wordFor } from '../word-for.js';
import type { Pattern } from './pattern.js';

const ONE = '“[^”]+”自\\d{4}-\\d{2}-\\d{2}起(?:更名为|并入|拆分为)[^；。]+';
const PARTS = /^“([^”]+)”自(\d{4})-(\d{2})-(\d{2})起(更名为|并入|拆分为)(.+)$/u;
const BECAME: Readonly<Record<string, string>> = {
  更名为: 'is renamed',
  并入: 'is merged into',
  拆分为: 'is split into',
};

function succession(note: string): string {
  const [, unit = '', year = '', month = '', day = '', kind = '', names = ''] = PARTS.exec(note) ?? [];
  const successors = names.replaceAll('、', '", "');
  return `from ${Number(day)} ${wordFor(`${year}年${month}月`)} "${unit}" ${BECAME[kind] ?? ''} "${successors}"`;
}

const WHOSE = '(“.+”的内设岗位“.+”|别名“.+”|“.+”)';
const whose = (unit: string): string =>
  unit
    .replace(/^“(.+)”的内设岗位“(.+)”$/u, 'the desk "$2" of "$1"')
    .replace(/^别名“(.+)”$/u, 'the other name "$1"')
    .replace(/^“(.+)”$/u, '"$1"');
const like = (pattern: string, say: (unit: string) => string): Pattern => [
  new RegExp(`^${pattern.replace('…', WHOSE)}$`, 'u'),
  (unit = '') => say(whose(unit)),
];

/** What became of a unit (`libs/plan/units/successors.ts`), change after change, and how a name was recognised. */
export const UNITS: readonly Pattern[] = [
  [
    new RegExp(`^(${ONE}(?:；${ONE})*)$`, 'u'),
    (notes = '') => {
      const said = notes.split('；').map(succession).join('; ');
      return said.charAt(0).toUpperCase() + said.slice(1);
    },
  ],
  [/^单位目录中有此名称$/u, () => 'The directory has this name'],
  like(
    '与…只差区划、机构后缀或连接词',
    (unit) => `Differs from ${unit} only by the place, the kind of organ or a joining word`,
  ),
  like('像是…的简称', (unit) => `Looks like a short form of ${unit}`),
  like('像是…的全称', (unit) => `Looks like the full form of ${unit}`),
  like(
    '可能是…在机构改革前的名称，或别处的叫法',
    (unit) => `May be what ${unit} was called before a reform, or is called elsewhere`,
  ),
  like('与…用字相近', (unit) => `Has characters like those of ${unit}`),
];
