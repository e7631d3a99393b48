const HAN = /\p{Script=Han}/u;

/**
 * Members whose value people named or wrote, or that a document has: names of units, people, tasks and plans, sentences
 * of plans, reports and letters, numbers of documents. It has no English, and none is made up.
 */
const NAMED = new Set(
  [
    'name shortName taskForceName unitName scopeName scopeLabel actionName printedName fileName groupLabel',
    'person persons owner officer chairedBy attended absent reviewedBy units unit desks duty openedBy pausedBy maker username',
    'title planTitle upperPlanTitle documentNumber number ref section source issuedBy issuer issuers signers signature mark date',
    'addressees legalBasis officeName shortPrefix fullPrefixes otherName',
    'text body line statement summary words sentences content quote requirement value target printed printedTitle',
    'done nextSteps problems helpWanted note evidence filedBy decidedBy reason returnReason pausedReason deadlineReason waitsFor decisions says finding succeeded aliases predecessors learnedFrom desks',
  ]
    .join(' ')
    .split(' '),
);

/** Members within which sentences are the system's own, whatever they are called. */
const OWN = new Set(['signals', 'checks', 'obstacles', 'lint']);

/** An alert's words are the system's; whose it is and what it is about has its own members. */
const isOwnWords = (answer: object): boolean =>
  ('kindLabel' in answer && 'raisedAt' in answer) ||
  ('kind' in answer && ['alert', 'check'].includes(String(answer.kind)));

/** A refusal is the system's words in English; whom and what it names stands in quotation marks. */
function namesOfRefusal(refusal: object, take: (text: string) => void): void {
  for (const [, quoted = ''] of JSON.stringify(refusal).matchAll(/\\"([^"\\]+)\\"/gu))
    for (const name of quoted.split(', ')) if (HAN.test(name)) take(name);
}

/**
 * Hands over all that is Chinese by nature in an answer of the server: what people named or wrote. What the system
 * itself says is not among it, so that a sentence of its own that stayed Chinese is not taken for somebody's words.
 */
export function eachNamed(answer: unknown, take: (text: string) => void, member = ''): void {
  if (typeof answer === 'string') {
    if (NAMED.has(member) && HAN.test(answer)) take(answer);
    return;
  }
  if (typeof answer !== 'object' || answer === null) return;
  if (Array.isArray(answer)) {
    for (const each of answer) eachNamed(each, take, member);
    return;
  }
  if ('detailZh' in answer) return namesOfRefusal(answer, take);
  const own = isOwnWords(answer);
  for (const [key, value] of Object.entries(answer)) {
    // Why something is inferred of a plan's text is the system's reason, not somebody's.
    if (key === 'reason' && ('confidence' in answer || 'score' in answer)) continue;
    if (OWN.has(key) || (own && (key === 'title' || key === 'detail'))) continue;
    eachNamed(value, take, key);
  }
}
