import type { AlertLevel, AlertView } from '#contract';
import { RungTag } from '../components/rung-tag.js';

const COLOURS: Record<AlertLevel, string | null> = {
  info: null,
  blue: 'blue',
  yellow: 'yellow',
  red: 'red',
  interview: 'dark',
};

/** Level of an alert: shape, word and colour. */
export const LevelTag = ({ alert }: { alert: AlertView }) => (
  <RungTag rung={{ label: alert.levelLabel, colour: COLOURS[alert.level] }} />
);
