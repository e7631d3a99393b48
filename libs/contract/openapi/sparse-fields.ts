import { z } from 'zod';
import type { Route } from '../routes.js';

/** What `fields` may name on a route that reads. */
export interface SparseFields {
  names: readonly string[];
  /** Members of the things in a list; else of the one thing that is answered. */
  ofItems: boolean;
}

/** Null where there is nothing to choose from. */
export function sparseFieldsOf(route: Route): SparseFields | null {
  const { answer } = route;
  if (route.method !== 'get' || route.open || route.byKey || !(answer instanceof z.ZodObject)) return null;
  const item = itemOf(answer);
  return { names: Object.keys((item ?? answer).shape), ofItems: item !== null };
}

/** Of an answer as it would be whole, only what was asked for; of a list, that of each of its items. */
export function pickFields(answer: unknown, ofItems: boolean, wanted: readonly string[]): unknown {
  if (!ofItems) return picked(answer, wanted);
  const { items, ...rest } = answer as { items: readonly unknown[] };
  return { items: items.map((item) => picked(item, wanted)), ...rest };
}

/** What has an identity of its own is a thing, also where it has items. */
function itemOf({ shape }: z.ZodObject): z.ZodObject | null {
  const items: unknown = shape['items'];
  const isThing = 'id' in shape || 'version' in shape || 'reviewId' in shape;
  return !isThing && items instanceof z.ZodArray && items.element instanceof z.ZodObject
    ? items.element
    : null;
}

const picked = (thing: unknown, wanted: readonly string[]): unknown =>
  Object.fromEntries(Object.entries(thing as object).filter(([name]) => wanted.includes(name)));
