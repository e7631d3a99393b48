import type { z } from 'zod';

/**
 * Personal data in answers: who looks at them is on the trail. A route whose answer holds some says so (`personal`), and a test
 * walks all routes: one that holds a field marked here, or named as such fields are, and says nothing, fails.
 */

/** What of people a route shows, with the words for it in the trail. */
export const PERSONAL_DATA = {
  contacts: '接收地址',
  accounts: '账号、角色及登录情况',
  sessions: '登录位置和设备',
  deliveries: '消息发往的地址',
  calls: '电话通知情况',
  scores: '个人考评结果',
  trail: '操作留痕',
} as const;
export type PersonalData = keyof typeof PERSONAL_DATA;

/**
 * `own`: of the person who asks, and of nobody else: not on the trail. Otherwise what is shown, and where the ids of the
 * people stand: a path into `{ params, answer }`, through lists as they are (`answer.items.id`). `recorded`: the act itself is on the
 * trail with whom it concerns, and the answer shows nobody else.
 */
export type PersonalAnswer = 'own' | 'recorded' | { of: PersonalData; whose: string };

/** Fields that are personal whatever they are called. */
const marked = new WeakSet<z.core.$ZodType>();

/** Marks a field of an answer as personal. */
export function personalField<S extends z.ZodType>(schema: S): S {
  marked.add(schema);
  return schema;
}

/** Names that fields have that say something of a person. */
const NAMES =
  /^(phone|mobile|telephone|tel|email|e_?mail|address|addresses|agent|userAgent|username|idNumber|idCard|identityNumber|lastUsedFrom|birthday|subject)$/iu;
/** Fields of such a name that say nothing of a person. */
const HARMLESS: ReadonlySet<string> = new Set([
  // How many there are.
  'Channel.addresses',
  // Of what an event is.
  'OutgoingEvent.subject',
]);

/**
 * The personal fields that an answer can hold, as paths.
 *
 * @param nameOf the name of a schema in the API description, where it has one
 */
export function personalFieldsIn(
  schema: z.core.$ZodType,
  nameOf: (schema: z.core.$ZodType) => string | undefined,
): string[] {
  const found: string[] = [];
  const seen = new Set<z.core.$ZodType>();
  const walk = (at: z.core.$ZodType, path: string): void => {
    if (marked.has(at)) found.push(path);
    if (seen.has(at)) return;
    seen.add(at);
    const { def } = at._zod as unknown as { def: Record<string, unknown> };
    const shape = 'shape' in def ? (def['shape'] as Record<string, z.core.$ZodType>) : {};
    for (const [name, field] of Object.entries(shape)) {
      const here = `${nameOf(at) ?? path}.${name}`;
      if (NAMES.test(name) && !HARMLESS.has(here)) found.push(here);
      walk(field, here);
    }
    for (const part of PARTS) {
      const inner = def[part];
      for (const each of Array.isArray(inner) ? (inner as unknown[]) : [inner])
        if (isSchema(each)) walk(each, path);
    }
    if (typeof def['getter'] === 'function') {
      const lazy: unknown = (def['getter'] as () => unknown)();
      if (isSchema(lazy)) walk(lazy, path);
    }
  };
  walk(schema, '');
  return [...new Set(found)];
}

/** Where the inner schemas of zod's other kinds stand. */
const PARTS = ['element', 'innerType', 'options', 'items', 'rest', 'valueType', 'left', 'right', 'in', 'out'];

const isSchema = (value: unknown): value is z.core.$ZodType =>
  typeof value === 'object' && value !== null && '_zod' in value;
