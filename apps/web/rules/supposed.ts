/** What a rehearsal supposes, as the server is asked. Left out: never, or as the policy has it. */
export interface Supposed {
  due: string;
  issued: 'promptly' | 'atLimit' | 'never';
  cured: number | undefined;
  answered: number | undefined;
  cards: number;
  lag: number | undefined;
  importance: string | undefined;
}

export const supposedFrom = (due: string): Supposed => ({
  due,
  issued: 'atLimit',
  cured: undefined,
  answered: undefined,
  cards: 0,
  lag: undefined,
  importance: undefined,
});
