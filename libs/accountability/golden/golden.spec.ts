import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { GOLDEN_STORIES, policyFrom, seedText, shippedCalendar, type GoldenStory } from '#testing';
import {
  begin,
  MACHINE_VERSION,
  PERMITTED,
  replay,
  type Policy,
  type RecordedEvent,
  type Snapshot,
  type SubjectInput,
  type SubjectKind,
} from '../index.js';

/*
 * Histories of the statecharts, recorded once and replayed in every run: a chart that makes something else of a
 * history that was lived through would change what happened to people. New stories are recorded by
 *
 *   UPDATE_GOLDEN=1 npm test -- libs/accountability/golden
 *
 * which writes what is not there yet and never overwrites.
 */
interface Golden {
  story: string;
  machineVersion: number;
  subject: SubjectInput;
  begun: Snapshot;
  steps: { event: RecordedEvent; snapshot: Snapshot }[];
}

const RECORDING = process.env['UPDATE_GOLDEN'] === '1';
/** Charts have versions of their own: what one was recorded under may be later than what stands for the others. */
const policyFiles = (kind: SubjectKind): string[] => [`policy-${kind}.yaml`, 'policy.yaml'];
const folderOf = (version: number): URL => new URL(`./v${version}/`, import.meta.url);
const textOf = (golden: Golden): string => `${JSON.stringify(golden, null, 2)}\n`;

const CONSTANT_OF: Record<SubjectKind, string> = {
  task: 'TASK_MACHINE_VERSION',
  obligation: 'OBLIGATION_MACHINE_VERSION',
  reportingLine: 'REPORTING_LINE_MACHINE_VERSION',
};

/** What to do, said by whatever finds that a history has changed. */
const advice = ({ machineVersion, subject: { kind } }: Golden): string =>
  `History must replay to the same snapshots for ever. If the change is meant: raise ${CONSTANT_OF[kind]} ` +
  `(MACHINE_VERSION.${kind}, now ${MACHINE_VERSION[kind]}), write the upgrade of the snapshots of version ` +
  `${machineVersion}, and record the stories of the new version with UPDATE_GOLDEN=1.`;

/** The policy as it was when the histories of that version were recorded; kept beside them. */
function policyOf(kind: SubjectKind, version: number): Policy {
  const file = policyFileOf(kind, version);
  return policyFrom(file ? readFileSync(file, 'utf8') : seedText('policies/default.yaml'));
}

/** Null where nothing of that kind was recorded in that version yet. */
function policyFileOf(kind: SubjectKind, version: number): URL | null {
  const folder = folderOf(version);
  const [own = '', common = ''] = policyFiles(kind).map((name) => new URL(name, folder));
  if (existsSync(own)) return own as URL;
  const isRecorded =
    existsSync(folder) && readdirSync(folder).some((name) => name.startsWith(PREFIXES[kind]) && name.endsWith('.json'));
  return isRecorded && existsSync(common) ? (common as URL) : null;
}

const PREFIXES: Record<SubjectKind, string> = {
  task: 'task-',
  obligation: 'obligation-',
  reportingLine: 'reporting-line-',
};

function record(story: GoldenStory): Golden {
  const kind = kindOf(story);
  const machineVersion = MACHINE_VERSION[kind];
  const told = story.tell({ policy: policyOf(kind, machineVersion), calendar: shippedCalendar() });
  return {
    story: story.name,
    machineVersion,
    subject: told.input,
    begun: told.begun,
    steps: told.taken.map(({ event, snapshot }) => ({ event, snapshot })),
  };
}

function kindOf({ name }: GoldenStory): SubjectKind {
  const found = (Object.keys(PREFIXES) as SubjectKind[]).find((kind) => name.startsWith(PREFIXES[kind]));
  if (!found) throw new Error(`a golden story is named after its subject: ${name}`);
  return found;
}

if (RECORDING) {
  for (const golden of GOLDEN_STORIES.map(record)) {
    const folder = folderOf(golden.machineVersion);
    const { kind } = golden.subject;
    mkdirSync(folder, { recursive: true });
    if (!policyFileOf(kind, golden.machineVersion))
      writeFileSync(new URL(`policy-${kind}.yaml`, folder), seedText('policies/default.yaml'));
    const file = new URL(`${golden.story}.json`, folder);
    if (!existsSync(file)) writeFileSync(file, textOf(golden));
  }
}

const recorded = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && /^v\d+$/u.test(entry.name))
  .flatMap(({ name: version }) =>
    readdirSync(new URL(`${version}/`, import.meta.url))
      .filter((name) => name.endsWith('.json'))
      .map((name) => {
        const text = readFileSync(new URL(`${version}/${name}`, import.meta.url), 'utf8');
        return { file: `${version}/${name}`, text, golden: JSON.parse(text) as Golden };
      }),
  );

/** The same history, lived through again by the charts as they are. @throws Error where it goes another way */
function relive(golden: Golden): Golden {
  const { subject, steps, story, machineVersion } = golden;
  const policy = policyOf(subject.kind, machineVersion);
  const stop = (what: string, was?: Snapshot, is?: Snapshot): never => {
    const difference = was && is ? `\n- was ${JSON.stringify(was)}\n+ is  ${JSON.stringify(is)}` : '';
    throw new Error(`${story}: ${what}. ${advice(golden)}${difference}`);
  };
  const begun = begin(subject, policy);
  if (JSON.stringify(begun) !== JSON.stringify(golden.begun))
    stop('it begins in another snapshot than the one recorded', golden.begun, begun);
  let snapshot = begun;
  return {
    ...golden,
    begun,
    steps: steps.map(({ event, snapshot: was }, index) => {
      const name = `event ${index + 1} of ${steps.length}, ${event.type}`;
      const next = replay(subject.kind, snapshot, event, policy);
      if (next === null) return stop(`${name}, is refused, though it was taken`);
      if (JSON.stringify(next) !== JSON.stringify(was))
        stop(`${name}, leads to another snapshot than the one recorded`, was, next);
      snapshot = next;
      return { event, snapshot };
    }),
  };
}

/**
 * What a later version of a chart may make otherwise of a history of an earlier one, by version: the figures of a
 * shared lead that has not reported yet counted as nothing in version 1 of the task.
 */
const ANOTHER_SINCE: Partial<Record<SubjectKind, Record<number, readonly string[]>>> = {
  task: { 1: ['progress', 'expected', 'progressOf'] },
};

/** What a list or an object holds, as far as the earlier version knew it. */
function asKnown(value: unknown, like: unknown): unknown {
  if (typeof value !== 'object' || value === null || typeof like !== 'object' || like === null) return value;
  if (Array.isArray(value) && Array.isArray(like)) return value.map((one, index) => asKnown(one, like[index]));
  return Object.fromEntries(
    Object.keys(like).map((key) => [
      key,
      asKnown((value as Record<string, unknown>)[key], (like as Record<string, unknown>)[key]),
    ]),
  );
}

/** The snapshot as the earlier version would have written it: its regions, its fields. */
function reduced(snapshot: Snapshot, like: Snapshot, except: readonly string[]): Snapshot {
  const pick = (from: object, keys: string[], as: object): Record<string, unknown> =>
    Object.fromEntries(
      keys.map((key) => [
        key,
        asKnown((from as Record<string, unknown>)[key], (as as Record<string, unknown>)[key]),
      ]),
    );
  const { schedule: _, ...regions } = like.value as Record<string, unknown>;
  return {
    value: pick(snapshot.value as object, Object.keys(regions), like.value as object),
    context: pick(
      snapshot.context,
      Object.keys(like.context).filter((key) => !except.includes(key)),
      like.context,
    ),
  };
}

const isPresent = ({ golden }: { golden: Golden }): boolean =>
  golden.machineVersion === MACHINE_VERSION[golden.subject.kind];

describe('a history that was recorded by an earlier version of its chart', () => {
  it.each(
    recorded.filter((history) => !isPresent(history)).map(({ file, golden }) => [file, golden] as const),
  )('%s goes on from every snapshot of it to what it came to then', (_, golden) => {
    const { kind } = golden.subject;
    const policy = policyOf(golden.subject.kind, golden.machineVersion);
    const except = ANOTHER_SINCE[kind]?.[golden.machineVersion] ?? [];
    let before = golden.begun;
    for (const { event, snapshot: was } of golden.steps) {
      const next = replay(kind, before, event, policy);
      if (next === null) throw new Error(`${event.type} is refused, though it was taken`);
      expect([event.type, reduced(next, was, except)]).toEqual([event.type, reduced(was, was, except)]);
      before = was;
    }
  });

  it.each(
    recorded.filter((history) => !isPresent(history)).map(({ file, golden }) => [file, golden] as const),
  )('%s can be lived through by the present one, and ends in the same state', (_, golden) => {
    const { kind } = golden.subject;
    const policy = policyOf(golden.subject.kind, golden.machineVersion);
    const last = golden.steps.reduce<Snapshot | null>(
      (snapshot, { event }) => snapshot && replay(kind, snapshot, event, policy),
      begin(golden.subject, policy),
    );
    const was = golden.steps.at(-1)?.snapshot;
    const state = (of: Snapshot | null | undefined): unknown =>
      kind === 'task' ? (of?.value as { life: unknown }).life : of?.value;
    expect(state(last)).toEqual(state(was));
  });
});

describe('a recorded history', () => {
  it.each(recorded.filter(isPresent).map(({ file, text, golden }) => [file, text, golden] as const))(
    '%s replays to the same snapshots, byte for byte',
    (_, text, golden) => {
      expect(textOf(relive(golden))).toBe(text);
    },
  );

  it('there is of every story in the present version of its chart', () => {
    const missing = GOLDEN_STORIES.filter((story) => {
      const folder = folderOf(MACHINE_VERSION[kindOf(story)]);
      return !existsSync(new URL(`${story.name}.json`, folder));
    });
    expect(missing.map(({ name }) => `${name}: record it with UPDATE_GOLDEN=1`)).toEqual([]);
  });

  it('there is of every event that a chart of the present version takes', () => {
    for (const kind of ['task', 'obligation', 'reportingLine'] as const) {
      const seen = recorded
        .filter(
          ({ golden }) => golden.subject.kind === kind && golden.machineVersion === MACHINE_VERSION[kind],
        )
        .flatMap(({ golden }) => golden.steps.map(({ event }) => event.type));
      expect([...new Set(seen)].sort()).toEqual(Object.keys(PERMITTED[kind]).sort());
    }
  });

  it('that a chart would change is reported by event, with the version to raise', () => {
    const sample = recorded.find(
      (history) => history.golden.story === 'obligation-accepted' && isPresent(history),
    )?.golden;
    if (!sample) throw new Error('not recorded');
    const [first, ...rest] = sample.steps;
    if (!first) throw new Error('nothing happened');
    const altered = { ...first, snapshot: { ...first.snapshot, value: 'scheduled' } };
    expect(() => relive({ ...sample, steps: [altered, ...rest] })).toThrow(
      /obligation-accepted: event 1 of 3, WINDOW_OPENED, leads to another snapshot.*OBLIGATION_MACHINE_VERSION \(MACHINE_VERSION\.obligation, now \d+\)/u,
    );
    expect(() => relive({ ...sample, steps: [...rest] })).toThrow(/REPORT_FILED, is refused/u);
  });
});
