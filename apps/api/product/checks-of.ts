import type { ProductCheck } from '#contract';
import { plainText, type Block, type Inline } from '#official';
import { BANNED_PHRASES, checkProse, lengthOf, productKind, type ProductKindCode } from '#products';

type Check = Omit<ProductCheck, 'block'>;

const OF_PROSE: Readonly<Record<string, Check | undefined>> = {
  doubledMark: {
    code: 'doubledMark',
    message: '标点重复或放错了位置',
    mend: '删去多余的标点。',
  },
  emptyBracket: { code: 'emptyBracket', message: '括号或引号里没有内容', mend: '补上内容，或把括号去掉。' },
  openEnd: { code: 'openEnd', message: '这一段没有结尾的标点', mend: '在段末加上句号。' },
};

/**
 * What a reader of a draft would stumble over, at its place: for a person to look at, it forbids nothing. What the system
 * wrote is right already; this is about what people wrote.
 */
export function checksOf(kind: string, body: readonly Block[]): ProductCheck[] {
  const found = body.flatMap((block, at): ProductCheck[] =>
    block.kind === 'paragraph' || block.kind === 'heading'
      ? checksOfBlock(block).map((check) => ({ ...check, block: at }))
      : [],
  );
  const { atMost } = productKind(kind as ProductKindCode);
  const length = lengthOf(body);
  if (atMost === null || length <= atMost) return found;
  return [
    ...found,
    {
      block: 0,
      code: 'tooLong',
      message: `正文 ${length} 字，超过了 ${atMost} 字的上限`,
      mend: '删减名单或次要段落；附件里的表格不计字数。',
    },
  ];
}

function checksOfBlock(block: Extract<Block, { kind: 'paragraph' | 'heading' }>): Check[] {
  const edited = block.line.some((run) => run.kind === 'text' && run.edited === true);
  if (!edited) return [];
  const faults = checkProse({ body: [block], annexes: [] }, []);
  const ofProse = faults.flatMap(({ code }) => OF_PROSE[code] ?? []);
  return [...ofProse, ...typedNumbers(block.line), ...emptyPhrases(plainText(block.line))];
}

/** A number that a person typed is no field: it does not follow the data, and nothing stands behind it. */
function typedNumbers(line: readonly Inline[]): Check[] {
  const typed = line
    .flatMap((run) => (run.kind === 'text' && run.edited === true ? run.text : []))
    .join('')
    .match(/[0-9０-９][0-9０-９.．%％]*/gu);
  if (typed === null) return [];
  const numbers = [...new Set(typed)].join('、');
  return [
    {
      code: 'typedNumber',
      message: `手写的数字 ${numbers} 不随数据更新，点开也查不到出处`,
      mend: '能用原有数字的，插入原有数字；确需手写的，请核对后保留。',
    },
  ];
}

function emptyPhrases(words: string): Check[] {
  const found = BANNED_PHRASES.filter((phrase) => words.includes(phrase));
  if (found.length === 0) return [];
  return [
    {
      code: 'emptyPhrase',
      message: `“${found.join('”“')}”没有具体内容`,
      mend: '换成具体的事、数字或要求，或者删去。',
    },
  ];
}
