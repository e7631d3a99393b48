import type { Sheet } from '#charts';
import type { PeriodFacts } from '../facts/period-facts.js';
import { actionSheets } from './action-sheet.js';
import { matterSheets } from './matter-sheets.js';
import { overviewSheet } from './overview-sheet.js';
import { unitSheets } from './unit-sheets.js';

/**
 * The wall charts for a meeting, 16 by 9: the whole at a glance, a sheet for each action, where the units stand, and what is to be decided.
 * Of an action: its own sheet and its matters.
 */
export const wallSheets = (facts: PeriodFacts): Sheet[] =>
  facts.record.scope.per === 'plan'
    ? [overviewSheet(facts), ...actionSheets(facts), ...unitSheets(facts), ...matterSheets(facts)]
    : [...actionSheets(facts), ...unitSheets(facts), ...matterSheets(facts)];
