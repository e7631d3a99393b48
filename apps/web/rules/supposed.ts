import type { LadderStop } from '#contract';

/** What a rehearsal supposes, as the server is asked. Left out: never, or as the policy has it. */
export interface Supposed {
  due: string;
  issued: 'promptly' | 'atLimit' | 'never';
  cured: number | undefined;
  answered: number | undefined;
  cards: number;
  lag: number | undefined;
  importance: string | undefined;
  appealed: number | undefined;
  decided: number | undefined;
  decision: 'upheld' | 'rejected';
  stop: LadderStop | undefined;
  from: number | undefined;
  until: number | undefined;
}

export const supposedFrom = (due: string): Supposed => ({
  due,
  issued: 'atLimit',
  cured: undefined,
  answered: undefined,
  cards: 0,
  lag: undefined,
  importance: undefined,
  appealed: undefined,
  decided: undefined,
  decision: 'rejected',
  stop: undefined,
  from: undefined,
  until: undefined,
});
