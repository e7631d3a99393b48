import { TRUTH_SIGNALS, type SignalRules, type TruthSignal } from '#accountability';
import { closureAfterLag } from './signals/closure-after-lag.js';
import { earlierFinding } from './signals/earlier-finding.js';
import { indicatorGap, milestoneGap, partsGap } from './signals/gaps.js';
import { exactlyExpected, jumpBeforeDue } from './signals/jumps.js';
import { repeatedText } from './signals/repeated-text.js';
import { indicatorStill, noChangeRun } from './signals/standstill.js';
import type { Signal, TruthCase } from './truth-case.js';

/** Every signal, by its name. Null: nothing is known that it could speak of, which is not the same as a score of 0. */
export const SIGNALS: Record<TruthSignal, (of: TruthCase, rules: SignalRules) => Signal | null> = {
  indicatorGap,
  milestoneGap,
  partsGap,
  earlierFinding,
  repeatedText,
  jumpBeforeDue,
  exactlyExpected,
  indicatorStill,
  noChangeRun,
  closureAfterLag,
};

export const SIGNAL_LABELS: Record<TruthSignal, string> = {
  indicatorGap: '所报高于指标所示',
  milestoneGap: '所报高于节点所示',
  partsGap: '所报高于配合单位所报',
  earlierFinding: '以往核实结论',
  repeatedText: '文字与上期雷同',
  jumpBeforeDue: '临近截止时跃升',
  exactlyExpected: '恰与序时进度相同',
  indicatorStill: '指标未动而进度上升',
  noChangeRun: '连续无变化',
  closureAfterLag: '滞后不久即申请办结',
};

/** What is known for and against an account, in the order of the names. */
export const signalsOf = (of: TruthCase, rules: SignalRules): Signal[] =>
  TRUTH_SIGNALS.flatMap((name) => SIGNALS[name](of, rules) ?? []);
