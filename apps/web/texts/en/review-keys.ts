import type { SpokenFile } from './spoken.js';

export const reviewKeys: SpokenFile<typeof import('../zh/review-keys.js')> = {
  keyText: {
    title: 'Keys',
    button: 'Keys ?',
    use: 'Use single keys',
    list: [
      ['J / ↓', 'next'],
      ['K / ↑', 'previous'],
      ['N', 'next doubtful one'],
      ['C / Enter', 'confirm and go to the next'],
      ['U', 'take back'],
      ['T', 'correct the title'],
      ['L', 'correct the lead unit'],
      ['P', 'correct the supporting units'],
      ['D', 'correct the deadline'],
      ['I', 'correct the indicators'],
      ['S', 'split'],
      ['M', 'merge with the next'],
      ['X', 'drop'],
      ['Space', 'select or not'],
      ['Alt+↑ / Alt+↓', 'move up, move down'],
      ['A', 'add a task from the text'],
      ['1 – 5', 'doubtful, to confirm, confirmed, dropped, all'],
      ['Ctrl+Enter', 'save what is being corrected'],
      ['Esc', 'leave as it was, fold up'],
    ],
  },
};
