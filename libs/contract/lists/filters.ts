import { z } from 'zod';
import { civilDateSchema, idSchema, instantSchema } from '../primitives.js';
import type { ListFilter } from './declare-list.js';

/** Filters that many lists have, each with its own column and index. */
export const byId = (label: string, column: string, index: string): ListFilter<typeof idSchema> => ({
  label,
  schema: idSchema,
  operator: 'is',
  column,
  type: 'uuid',
  index,
});

export const byWords = (label: string, index: string) =>
  ({
    label,
    schema: z.string().trim().max(100),
    operator: 'by',
    column: '',
    type: 'text',
    index,
  }) as const;

/** `at` or later, and earlier than `at`: two parameters. */
export const fromInstant = (label: string, column: string, index: string) =>
  ({
    label: `${label}（不早于）`,
    schema: instantSchema,
    operator: 'from',
    column,
    type: 'timestamptz',
    index,
  }) as const;
export const beforeInstant = (label: string, column: string, index: string) =>
  ({
    label: `${label}（早于）`,
    schema: instantSchema,
    operator: 'before',
    column,
    type: 'timestamptz',
    index,
  }) as const;
export const fromDay = (label: string, column: string, index: string) =>
  ({
    label: `${label}（不早于）`,
    schema: civilDateSchema,
    operator: 'from',
    column,
    type: 'date',
    index,
  }) as const;
export const beforeDay = (label: string, column: string, index: string) =>
  ({
    label: `${label}（早于）`,
    schema: civilDateSchema,
    operator: 'before',
    column,
    type: 'date',
    index,
  }) as const;
