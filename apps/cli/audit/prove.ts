import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import {
  consistencyProofSchema,
  eventProofSchema,
  proveConsistency,
  proveEvent,
  verifyConsistency,
  verifyEventProof,
  type ConsistencyProof,
  type EventProof,
  type PlaceInChain,
  type ProofExpectations,
  type ProofFault,
} from '#sealing';
import { leavesAtMachine } from '#engine';
import { CliError } from '../cli-error.js';
import { oneJurisdiction } from '../system/one-jurisdiction.js';
import { withRecord } from '../system/with-record.js';

interface OfRecord {
  data?: string;
  jurisdiction?: string;
}

/** @throws CliError NOT_SEALED where no seal covers it yet, or there is no such event */
export function proofOf(place: PlaceInChain, options: OfRecord): Promise<EventProof> {
  return withRecord(options, async (engine) => {
    const { id } = await oneJurisdiction(engine, options.jurisdiction);
    const proof = await engine.context.database.transaction(
      { jurisdictionId: id },
      (tx) => proveEvent(tx, id, place),
      { isolation: 'repeatable read', readOnly: true },
    );
    if (proof !== null) {
      // It carries the words of the record.
      await leavesAtMachine(engine.context.database, id, 'audit proof', {
        action: 'trailExported',
        target: { kind: place.kind, id: place.id },
        details: { seq: place.seq },
      });
      return proof;
    }
    throw new CliError(
      'NOT_SEALED',
      `没有 ${place.kind} ${place.id} 的第 ${String(place.seq)} 条记录，或它还没有封存。请核对编号；尚未封存的，先运行 npx luoshi audit seal。`,
    );
  });
}

/** @throws CliError NOT_SEALED where one of the two seals is not there, or the later says nothing of its past */
export function consistencyOf(
  range: { from: number; to: number },
  options: OfRecord,
): Promise<ConsistencyProof> {
  return withRecord(options, async (engine) => {
    const { id } = await oneJurisdiction(engine, options.jurisdiction);
    const proof = await engine.context.database.transaction(
      { jurisdictionId: id },
      (tx) => proveConsistency(tx, id, range),
      { isolation: 'repeatable read', readOnly: true },
    );
    if (proof !== null) return proof;
    throw new CliError(
      'NOT_SEALED',
      `没有第 ${String(range.from)} 次或第 ${String(range.to)} 次封存，先后颠倒，或后一次封存早于本功能。请用 npx luoshi audit seals 核对。`,
    );
  });
}

/** Checks a proof with no record. @throws CliError FILE_UNREADABLE, FILE_INVALID */
export async function verifyProofFile(
  file: string,
  expected: ProofExpectations,
): Promise<{ shows: string; faults: ProofFault[] }> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new CliError('FILE_UNREADABLE', `读不出文件 ${file}。请核对路径和权限。`, { cause: error });
  });
  let proof: EventProof | ConsistencyProof;
  try {
    proof = z.union([eventProofSchema, consistencyProofSchema]).parse(JSON.parse(text));
  } catch (error) {
    throw new CliError(
      'FILE_INVALID',
      `${file} 不是 npx luoshi audit proof 或 audit consistency 给出的证明，或已损坏。请重新生成。`,
      { cause: error },
    );
  }
  if (proof.format === 'luoshi.proof/1')
    return {
      shows: `${proof.kind} ${proof.id} 第 ${String(proof.links[0]?.seq)} 条记录在 ${proof.jurisdictionId} 第 ${String(proof.seal.number)} 次封存（${proof.seal.sealedAt}）之内，公钥 ${proof.seal.publicKey}`,
      faults: verifyEventProof(proof, expected),
    };
  return {
    shows: `${proof.from.jurisdictionId} 第 ${String(proof.from.number)} 次封存及其以往，原样包含在第 ${String(proof.to.number)} 次封存之内`,
    faults: verifyConsistency(proof, expected),
  };
}
