import type { PeriodFacts } from '../facts/period-facts.js';
import type { Part } from '../sentences/say.js';

export interface Subject {
  /** For a title: the plan's or the action's name. */
  readonly title: string;
  /** For a sentence: nothing for the plan, which the sentence has named already. */
  readonly inText: Part;
}

/** What a product is about, as it is named. */
export function subjectOf({ record, book }: PeriodFacts): Subject {
  const { scope } = record;
  switch (scope.per) {
    case 'plan':
      return { title: book.fact('plan.title').printed, inText: '' };
    case 'action': {
      const name = `action.${scope.actionId}.name`;
      return { title: book.fact(name).printed, inText: book.words(name) };
    }
    case 'person':
      return { title: `${book.fact('person.name').printed}同志负责任务`, inText: '' };
    case 'unit': {
      const name = `unit.${scope.unitId}.name`;
      return { title: book.fact(name).printed, inText: book.words(name) };
    }
  }
}
