import { figuresOf, linesOf, plainText, type Block, type OfficialDocument } from '#official';

/** Why a document must not go to the public as it is. */
export interface ReleaseFault {
  readonly code: 'FigureNotPublic' | 'NotToBeNamed' | 'TaskNotVerified' | 'PersonalNumber';
  /** What stands there: a figure's name, a unit or a task, a task's id, a number with its middle left out. */
  readonly what: string;
}

/** Facts that a publication may print. */
const PUBLIC_FACTS =
  /^(plan\.\w+|period\.\w+|asOf|replaced\.\w+|tasks\.(total|closed|running|undispatched)|publication\.verified|(action|unit)\.[^.]+\.name|task\.[^.]+\.(code|title|name))$/u;
const TASK = /^task\.([^.]+)\.(code|title|name)$/u;
/** Eighteen digits of an identity card, the last of which may be X; mobile numbers. Telephone numbers of offices are none. */
const PERSONAL = /(?<![0-9A-Za-z])(?:\d{17}[\dXx]|(?:\+?86[- ]?)?1[3-9]\d{9})(?![0-9A-Za-z])/gu;

const bodyOf = ({ body, annexes }: OfficialDocument): Block[] => [
  ...body,
  ...annexes.flatMap((annex) => annex.body),
];

/** The tasks that a document lists, by their ids. */
export const listedTasks = (document: OfficialDocument): ReadonlySet<string> =>
  new Set(
    [...figuresOf(bodyOf(document)).keys()].flatMap((name) => {
      const [, id, what] = TASK.exec(name) ?? [];
      return id !== undefined && what === 'code' ? [id] : [];
    }),
  );

/** What a document is held against. */
export interface AllowedToSay {
  readonly isVerified: (taskId: string) => boolean;
  /** Units and tasks that the rules do not let a publication name. */
  readonly unnamed: readonly string[];
}

/**
 * What in a document, as people have left it, the rules of publication do not allow: figures that are not public, names that
 * are not to be named, tasks that are not verified (any more), numbers of persons. None: it may go out.
 */
export function releaseFaults(
  document: OfficialDocument,
  { isVerified, unnamed }: AllowedToSay,
): ReleaseFault[] {
  const faults: ReleaseFault[] = [];
  for (const name of figuresOf(bodyOf(document)).keys()) {
    if (!PUBLIC_FACTS.test(name)) faults.push({ code: 'FigureNotPublic', what: name });
  }
  const tasks = [...figuresOf(bodyOf(document)).keys()].flatMap((name) => TASK.exec(name)?.[1] ?? []);
  for (const taskId of new Set(tasks))
    if (!isVerified(taskId)) faults.push({ code: 'TaskNotVerified', what: taskId });
  const body = bodyWords(document);
  for (const name of new Set(unnamed))
    if (name !== '' && body.includes(name)) faults.push({ code: 'NotToBeNamed', what: name });
  for (const found of wordsOf(document).matchAll(PERSONAL))
    faults.push({ code: 'PersonalNumber', what: `${found[0].slice(0, 3)}…${found[0].slice(-2)}` });
  return faults;
}

/** Everything that is read in a document, a line a line. */
export const wordsOf = (document: OfficialDocument): string =>
  [
    document.title,
    document.issuersMark,
    ...(document.jointIssuers ?? []),
    ...(document.signers ?? []),
    ...document.addressees,
    bodyWords(document),
    ...document.annexes.map(({ title }) => title),
    ...document.signature.issuers,
    ...(document.foot === null ? [] : [...document.foot.copiesTo, document.foot.printedBy]),
  ].join('\n');

const bodyWords = (document: OfficialDocument): string =>
  bodyOf(document)
    .flatMap((block) => [
      ...linesOf(block).map(plainText),
      ...(block.kind === 'table' ? [block.caption ?? '', ...block.columns.map(({ title }) => title)] : []),
      ...(block.kind === 'picture' ? [block.caption, block.alternative] : []),
    ])
    .join('\n');

/** Names of people that stand in a document's words: to be looked at before it goes out, as a place may be called like a person. */
export function namesIn(document: OfficialDocument, people: readonly string[]): string[] {
  const words = wordsOf(document);
  return [...new Set(people)]
    .filter((name) => /^\p{Script=Han}{2,4}$|·/u.test(name) && words.includes(name))
    .sort();
}
