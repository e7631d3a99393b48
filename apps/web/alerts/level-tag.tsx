import type { AlertView } from '#contract';
import { RungTag } from '../components/rung-tag.js';

/** Level of an alert: shape, word and colour. */
export const LevelTag = ({ alert }: { alert: AlertView }) => (
  <RungTag rung={{ label: alert.levelLabel, colour: alert.level }} />
);
