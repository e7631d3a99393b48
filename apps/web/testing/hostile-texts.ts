import { resolved, type Components, type Schema } from '../../api/proof/testing/schema-value.js';

/** Called by whatever of the texts gets to run, with the number of the text. */
const CALL = 'luoshiRan';

/** What a browser may be talked into running, longest first: as many as there is room for go into a text. */
const FORMS: readonly ((n: string) => string)[] = [
  (n) => `"><script>${CALL}('${n}')</script>`,
  (n) => `<img src=/ran-${n} onerror=${CALL}('${n}')>`,
  (n) => `<svg/onload=${CALL}('${n}')>`,
  (n) => `<iframe srcdoc="<script>parent.${CALL}('${n}')</script>">`,
  (n) => `<a href="javascript:${CALL}('${n}')">看</a>`,
  (n) => `</textarea></title><details open ontoggle=${CALL}('${n}')>`,
  (n) => `<style>@import '/ran-${n}';</style>`,
  (n) => `javascript:${CALL}('${n}')`,
  (n) => `\${${CALL}('${n}')}{{${CALL}('${n}')}}`,
];
const SHORT: readonly ((n: string) => string)[] = [
  (n) => `<img src=x onerror=${CALL}('${n}')>`,
  (n) => `<b onclick=a>${n}</b>`,
  (n) => `<i>${n}</i>`,
];

/** A text that would run if it were not taken for a text, with its number in it; null where there is no room. */
export function hostileText(n: string, room = 20_000): string | null {
  let text = `甲${n}`;
  for (const form of FORMS) if ([...(text + form(n))].length <= Math.min(room, 900)) text += form(n);
  if (text !== `甲${n}`) return text;
  return SHORT.map((form) => form(n)).find((form) => [...form].length <= room) ?? null;
}

/** Names of what is looked up, not read: a code, a scope, a secret. */
const LOOKED_UP = /^(?:actionCode|eventTypes|scopeId|password|code|every|address|username)$/;

/** A text with a form of its own (an id, a date) is checked by that form. */
const isFreeText = (schema: Schema, name: string): boolean =>
  !LOOKED_UP.test(name) &&
  schema.type === 'string' &&
  schema.format === undefined &&
  schema.enum === undefined &&
  schema.const === undefined &&
  (schema.pattern === undefined || !/0-9|\\d|a-z/i.test(schema.pattern)) &&
  hostileText('0000', schema.maxLength) !== null;

export interface HostileBody {
  body: unknown;
  /** The members that hold hostile texts now, as paths with `*` for lists. */
  fields: string[];
}

/**
 * A body with a hostile text in every member that the schema has for words, also those that may be left out; everything
 * else as it was.
 *
 * @param next gives the number of each text
 * @param whole also members that may be left out and were
 */
export function withHostileTexts(
  schema: Schema,
  body: unknown,
  components: Components,
  { next, whole }: { next: () => string; whole: boolean },
): HostileBody {
  const fields: string[] = [];
  const into = (at: Schema, value: unknown, path: string): unknown => {
    const own = resolved(at, components);
    const name =
      path
        .replace(/(?:\/\*)+$/, '')
        .split('/')
        .at(-1) ?? '';
    const choices = own.anyOf ?? own.oneOf;
    if (choices !== undefined) {
      const fits = choices.find((one) => isOfKind(resolved(one, components), value));
      const free = choices.find((one) => isFreeText(resolved(one, components), name));
      const chosen = free ?? fits;
      return chosen === undefined ? value : into(chosen, value, path);
    }
    if (isFreeText(own, name)) {
      fields.push(path);
      return hostileText(next(), own.maxLength);
    }
    if (Array.isArray(value)) return value.map((one) => into(own.items ?? {}, one, `${path}/*`));
    if (own.properties !== undefined && typeof value === 'object' && value !== null) {
      const all: Record<string, unknown> = { ...value };
      for (const [member, its] of Object.entries(own.properties)) {
        const inner = resolved(its, components);
        if (member in all) all[member] = into(its, all[member], `${path}/${member}`);
        else if (whole && isFreeText(inner, member)) all[member] = into(its, '', `${path}/${member}`);
      }
      return all;
    }
    return value;
  };
  return { body: into(schema, body, ''), fields };
}

function isOfKind(schema: Schema, value: unknown): boolean {
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  return [schema.type].flat().includes(kind);
}
