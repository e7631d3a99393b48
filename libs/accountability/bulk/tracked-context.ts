import { canonical, ownOf, primitiveText, Unsafe, type Ears } from './canonical.js';
import type { FieldNames } from './names.js';
import { MARK } from './placeholder.js';

type Context = Record<string, unknown>;

/** One question that the rules asked of a context: what stands in a field, or whether there is such a field. */
export interface Question {
  readonly field: string;
  readonly asks: 'value' | 'presence';
}

/** What a context answers, as a key: equal answers and no others have the same one. */
export type AnswerKey = string | number | boolean | null | undefined;

const ABSENT = `${MARK}absent`;

/** @throws Unsafe, see `canonical` */
export function answerOf(
  context: Context,
  { field, asks }: Question,
  names: FieldNames,
  ears: Ears,
): AnswerKey {
  if (asks === 'presence') return field in context;
  if (!Object.hasOwn(context, field)) return ABSENT;
  const value = context[field];
  if (typeof value === 'string') {
    if (value === '') return value;
    if (ownOf(names, field) === 'name') return ears.bind(value) ?? value;
    if (value.includes(MARK)) throw new Unsafe('a text holds the mark of a placeholder');
    ears.hear(value);
    return value;
  }
  if (typeof value === 'object' && value !== null)
    return `${MARK}${canonical(value, ownOf(names, field), ears).text}`;
  if (typeof value === 'number') primitiveText(value);
  else if (value !== null && value !== undefined && typeof value !== 'boolean')
    throw new Unsafe('a value is no JSON');
  return value;
}

/** Stands in a copied context for the value of a field that was copied and never looked at. */
export class Carried {
  constructor(readonly field: string) {}
}

/** Fields of a context that have not been read from the record: whoever asks for one is told. */
export type LeftOut = ReadonlySet<string>;

export const NOTHING_LEFT_OUT: LeftOut = new Set();

/** A context that keeps account of what is asked of it. Names are answered with placeholders. */
export class TrackedContext {
  readonly questions: Question[] = [];
  /** How often all its fields were copied at once. From the first copy on every field answers with `Carried`. */
  copies = 0;
  readonly context: Context;
  readonly #answers = new Map<string, unknown>();

  /** @param leftOut fields that the context has besides, and that nobody has read */
  constructor(context: Context, names: FieldNames, ears: Ears, leftOut: LeftOut = NOTHING_LEFT_OUT) {
    const ask = (field: string, asks: Question['asks']): void => {
      if (!this.questions.some((question) => question.field === field && question.asks === asks))
        this.questions.push({ field, asks });
      if (leftOut.has(field)) throw new Unsafe('a field was asked for that has not been read');
    };
    const refuse = (): never => {
      throw new Unsafe('a context is changed in place, or looked at in a way that keeps no account');
    };
    this.context = new Proxy(
      { ...context },
      {
        get: (target, key) => {
          if (typeof key === 'symbol') return Reflect.get(target, key) as unknown;
          if (this.copies > 0) return new Carried(key);
          ask(key, 'value');
          if (!this.#answers.has(key))
            this.#answers.set(
              key,
              Object.hasOwn(target, key)
                ? canonical(target[key], ownOf(names, key), ears).value
                : Reflect.get(target, key),
            );
          return this.#answers.get(key);
        },
        has: (target, key) => {
          if (typeof key === 'string') ask(key, 'presence');
          return Reflect.has(target, key);
        },
        ownKeys: (target) => {
          this.copies += 1;
          return Reflect.ownKeys(target);
        },
        getOwnPropertyDescriptor: (target, key) =>
          this.copies > 0 ? Reflect.getOwnPropertyDescriptor(target, key) : refuse(),
        set: refuse,
        defineProperty: refuse,
        deleteProperty: refuse,
        setPrototypeOf: refuse,
        preventExtensions: refuse,
      },
    );
  }
}
