import { writeFile } from 'node:fs/promises';
import { personIdOf, type Actor } from '#accountability';
import { civilDateOf } from '#calendar';
import {
  adoptScheme,
  decidePoints,
  explainScore,
  keepScores,
  rehearseScheme,
  scoresOf,
  whatIf,
  type AdoptedScheme,
  type ExplainedScore,
  type KeptScores,
  type SchemeRehearsal,
  type Scores,
} from '#engine';
import { roleHolders } from '#persistence';
import { drawScores, type SchemeChange } from '#scoring';
import { CliError } from '../cli-error.js';
import { readGivenFile } from '../plan/read-file.js';
import { progress } from '../terminal/progress.js';
import { granted, inPlan, unitIdOf, type InPlan, type PlaceOptions } from './in-plan.js';
import { readSchemeFile } from './read-scheme-file.js';

export interface StretchOptions extends PlaceOptions {
  from: string;
  to: string;
}

export interface ShowOptions extends StretchOptions {
  /** Another scheme than the one in force. */
  scheme?: string;
}

/** @throws CliError FILE_INVALID, FILE_UNREADABLE, NOT_LOADED, REFUSED */
export async function showScores(options: ShowOptions): Promise<Scores> {
  const tried = await given(options.scheme);
  return inPlan(options, async (place) => {
    progress(`${place.jurisdiction}：按记录计分`);
    return granted(await scoresOf(place.engine.context, { ...stretch(place, options), ...tried }));
  });
}

/** @throws CliError FILE_INVALID, FILE_UNREADABLE, NOT_LOADED, REFUSED */
export async function showUnit(options: ShowOptions & { unit: string }): Promise<ExplainedScore> {
  const tried = await given(options.scheme);
  return inPlan(options, async (place) => {
    const unitId = await unitIdOf(place, options.unit);
    return granted(
      await explainScore(place.engine.context, { ...stretch(place, options), ...tried, unitId }),
    );
  });
}

const given = async (file: string | undefined) =>
  file === undefined ? {} : { scheme: await readSchemeFile(file) };

const stretch = ({ jurisdictionId, planId }: InPlan, { from, to }: StretchOptions) => ({
  jurisdictionId,
  planId,
  from,
  to,
});

/** Runs a scheme over the record; nothing is written into it. @throws CliError FILE_INVALID, FILE_UNREADABLE, NOT_LOADED, REFUSED */
export async function rehearseSchemeFile(
  options: StretchOptions & { scheme: string; picture?: string },
): Promise<SchemeRehearsal> {
  const scheme = await readSchemeFile(options.scheme);
  if (options.to < options.from)
    throw new CliError('FILE_INVALID', `--to ${options.to} 早于 --from ${options.from}；请核对起止日期。`);
  const rehearsal = await inPlan(options, async (place) => {
    progress(`${place.jurisdiction}：按新办法预演`);
    return granted(await rehearseScheme(place.engine.context, { ...stretch(place, options), scheme }));
  });
  if (options.picture !== undefined)
    await writePicture(options.picture, drawScores(rehearsal, `${options.from} 至 ${options.to}`));
  return rehearsal;
}

export interface WhatIfOptions extends StretchOptions {
  scheme?: string;
  /** `yellow.each=2` */
  set: readonly string[];
}

/** Another scheme, or other figures, over the record; nothing is written. @throws CliError FILE_INVALID, FILE_UNREADABLE, NOT_LOADED, REFUSED */
export async function tryFigures(options: WhatIfOptions): Promise<SchemeRehearsal> {
  const changes = options.set.map(changeOf);
  const text =
    options.scheme === undefined ? null : Buffer.from(await readGivenFile(options.scheme)).toString('utf8');
  return inPlan(options, async (place) => {
    progress(`${place.jurisdiction}：试算`);
    const base = text === null ? null : { text };
    return granted(await whatIf(place.engine.context, { ...stretch(place, options), base, changes }));
  });
}

function changeOf(said: string): SchemeChange {
  const at = said.lastIndexOf('=');
  const value = at < 0 ? Number.NaN : Number(said.slice(at + 1));
  if (at > 0 && said.slice(at + 1).trim() !== '' && Number.isFinite(value))
    return { of: said.slice(0, at), value };
  throw new CliError('FILE_INVALID', `--set ${said}：应写成 项目.数字=值，例如 yellow.each=2。`);
}

async function writePicture(file: string, svg: string): Promise<void> {
  try {
    await writeFile(file, svg);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new CliError('FILE_UNREADABLE', `写不了图片文件 ${file}（${code}）。请检查目录和权限。`, {
      cause: error,
    });
  }
}

export interface AdoptOptions extends PlaceOptions {
  reason: string;
  /** Why it is put in force in spite of warnings. */
  confirm?: string;
}

/** Puts a scheme in force from now on. @throws CliError FILE_INVALID, FILE_UNREADABLE, NOT_LOADED, REFUSED */
export async function adoptSchemeFile(file: string, options: AdoptOptions): Promise<AdoptedScheme> {
  const scheme = await readSchemeFile(file);
  return inPlan(options, async ({ engine, jurisdictionId, planId }) =>
    granted(
      await adoptScheme(engine.context, {
        jurisdictionId,
        planId,
        scheme,
        reason: options.reason,
        confirmation: options.confirm ?? null,
        actor: null,
      }),
    ),
  );
}

/** Keeps the scores of a stretch. @throws CliError NOT_LOADED, REFUSED */
export function keepScoresOf(
  options: StretchOptions & { plan: string; reason: string },
): Promise<KeptScores> {
  return inPlan(options, async (place) =>
    granted(
      await keepScores(place.engine.context, {
        ...stretch(place, options),
        planId: place.planId ?? '',
        reason: options.reason,
        actor: null,
      }),
    ),
  );
}

export interface BonusOptions extends PlaceOptions {
  plan: string;
  unit: string;
  points: number;
  reason: string;
  /** The account of the assessor who decides it. */
  by: string;
  /** An item that the scheme leaves to the assessor; left out: a bonus. */
  item?: string;
  /** What it rests on. */
  evidence?: readonly string[];
}

/** Enters a decision of the assessor. @throws CliError NOT_LOADED, REFUSED */
export function enterPoints(options: BonusOptions): Promise<{ id: string }> {
  return inPlan(options, async (place) => {
    const unitId = await unitIdOf(place, options.unit);
    const { unit, points, reason, item = null } = options;
    const { engine, jurisdictionId, planId } = place;
    return granted(
      await decidePoints(engine.context, {
        jurisdictionId,
        planId: planId ?? '',
        unitId,
        item,
        points,
        reason,
        ...(options.evidence && { evidence: options.evidence }),
        actor: await personOf(place, options.by),
        idempotencyKey: [unit, item ?? '', points, reason, engine.context.clock.now()].join('/'),
      }),
    );
  });
}

/** A person by their account, with the roles that they hold today. @throws CliError NOT_LOADED */
async function personOf({ engine, jurisdictionId }: InPlan, username: string): Promise<Actor> {
  const personId = personIdOf(jurisdictionId, username);
  return engine.context.database.transaction({ jurisdictionId }, async (tx) => {
    const [person] = await tx.query<{ unitId: string }>(
      'select unit_id as "unitId" from person where id = $1 and active',
      [personId],
    );
    if (!person) throw new CliError('NOT_LOADED', `没有账号 ${username}，或已停用。`);
    const held = await roleHolders(tx, civilDateOf(engine.context.clock.now()));
    const roles = held
      .filter((one) => one.personId === personId)
      .map(({ role, scopeKind, scopeId }) => ({ role, scopeKind, scopeId }));
    return { personId, unitId: person.unitId, roles };
  });
}
