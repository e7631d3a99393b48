import { labelAt } from '../clause/label-words.js';
import { looksLikePerson } from '../clause/person-names.js';
import { endsLikeUnit, looksLikeBody } from '../clause/unit-names.js';

const PHONE = /(?:\+?86[- ]?)?(?<!\d)(?:1\d{10}|0\d{2,3}[- ]?\d{7,8}|\d{7,8})(?!\d)/g;
const PERSON = '([\\u3400-\\u9fff·]{2,4})';
/** 县水利局（李某） and 县林业局：王某某: a person beside the unit. */
const PERSON_IN_BRACKETS = new RegExp(`[（(]\\s*${PERSON}\\s*[)）]`, 'g');
const PERSON_AFTER_COLON = new RegExp(`[:：]\\s*${PERSON}(?=$|[、，,；;\\s])`, 'g');
/** Offices that carry the name of what they belong to before them: 县委 组织部. */
const OFFICE_OF =
  /^(?:组织部|宣传部|统战部|政法委|网信办|编办|办公室|办|社会工作部|金融办|督查室|机关|老干部局|党校)/;
/** Names that end so are complete, what follows is another where it is long enough for one. */
const WHOLE = /(?:中心|公司|医院|学校|大学|学院|街道|[乡镇]|分行|部)(?:（[^（）]*）|〈[^〈〉]*〉)?$/;
const BEGINS = /^(?:各|有关|相关|省|市(?!场)|县|区|州|旗|镇|乡|街道|国家|中央|国网|中国|人民银行|自治区)/;

/** The words of a cell with units as a clause would write them: 、 between names, without phone numbers, letter-spaced and wrapped names whole. */
export function cellNames(cell: string): string {
  const plain = cell
    .trim()
    .replace(PHONE, ' ')
    .replace(PERSON_IN_BRACKETS, (whole: string, name: string) =>
      looksLikePerson(name) ? `、${name}` : whole,
    )
    .replace(PERSON_AFTER_COLON, (whole: string, name: string) =>
      looksLikePerson(name) ? `、${name}` : whole,
    );
  const pieces = plain.split(/(\s+)/);
  let text = pieces[0] ?? '';
  for (let i = 2; i < pieces.length; i += 2) text += between(text, pieces[i] ?? '') + (pieces[i] ?? '');
  return text
    .replace(/[;；]/g, '、')
    .replace(/[、，,]{2,}/g, '、')
    .replace(/^[、，,。]+|[、，,。]+$/g, '');
}

/** What a blank or a line end between two pieces stands for. */
function between(before: string, next: string): string {
  if (/[：:、，,；;]$/.test(before) || before === '' || next === '') return '';
  if (labelAt(next.replace(/:/g, '：'), 0)) return '，';
  const last = lastName(before);
  if (/(?:牵头|配合|负责|参与|协助|落实)$/.test(last)) return '，';
  if (last.length < 2 || (next.length < 2 && !BEGINS.test(next))) return '';
  if (/(?:委|政府)$/.test(last) && OFFICE_OF.test(next)) return '';
  if (looksLikePerson(last)) return '、';
  if (!endsLikeUnit(last)) return '';
  const first = /^[^、，,；;：:]*/.exec(next)?.[0] ?? '';
  const areWhole = WHOLE.test(last) && first.length >= 4 && endsLikeUnit(first);
  return BEGINS.test(next) || looksLikePerson(first) || looksLikeBody(last) || areWhole ? '、' : '';
}

/** What stands after the last separator outside of brackets. */
function lastName(text: string): string {
  let depth = 0;
  let i = text.length;
  for (; i > 0 && text.length - i < 40; i -= 1) {
    const character = text.charAt(i - 1);
    if (/[）)〉〕\]]/.test(character)) depth += 1;
    else if (/[（(〈〔[]/.test(character)) depth -= 1;
    else if (depth <= 0 && /[、，,；;：:]/.test(character)) break;
  }
  return text.slice(i);
}
