import type { Actor, Finding } from '#accountability';
import type { Instant } from '#calendar';

interface Command {
  jurisdictionId: string;
  actor: Actor;
  /** A repeat under the same key changes nothing and is answered alike. */
  idempotencyKey: string;
}

export interface CommitDrawCommand extends Command {
  planId: string;
  /** How many are to be drawn by lot; left out: what the policy says. */
  count?: number | undefined;
  /** The secret, 64 hexadecimal digits, where a test or a simulation has to know it beforehand. */
  secret?: string;
}

export interface DrawCommand extends Command {
  drawId: string;
  /** The version the person has seen; another one is refused. */
  expectedVersion?: number;
}

export interface AddRandomnessCommand extends DrawCommand {
  text: string;
  /** Where everybody can look it up: 中国福利彩票双色球第2024053期. */
  source: string;
}

export interface AbandonDrawCommand extends DrawCommand {
  reason: string;
}

/** How a draw stands after a step. */
export interface DrawStands {
  drawId: string;
  version: number;
  state: 'committed' | 'frozen' | 'drawn' | 'abandoned';
}

export interface DrawnVerifications extends DrawStands {
  /** The verifications that came of it, in the order drawn. */
  verificationIds: string[];
  /** Keys that were drawn, but whose task was over, or being verified, by then. */
  passedOver: string[];
}

export interface OrderVerificationCommand extends Command {
  taskId: string;
  unitId: string;
  reason: string;
}

export interface RecordFindingCommand extends Command {
  verificationId: string;
  finding: Finding;
  /** Percent, as it was found; null: not said. */
  found: number | null;
  words: string;
  /** References to what shows it: minutes, photographs, files; at least one unless it was found true. */
  evidence: { label: string; ref: string }[];
}

export interface RecordedFinding {
  verificationId: string;
  foundAt: Instant;
}
