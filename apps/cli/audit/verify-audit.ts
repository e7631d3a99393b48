import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import {
  trailOfFile,
  TrailFileError,
  trailOfRecord,
  verifyTrail,
  type TrailExpectations,
  type TrailReport,
} from '#sealing';
import { CliError } from '../cli-error.js';
import { jurisdictionsOf } from '../system/jurisdictions-of.js';
import { withRecord } from '../system/with-record.js';
import { progress } from '../terminal/progress.js';

/** Progress is told at most so often, ms. */
const TELL_EVERY_MS = 1_000;

/** Follows every chain and every seal of every jurisdiction, each as of one moment. */
export function verifyAudit(
  options: { data?: string },
  expected: TrailExpectations = {},
): Promise<TrailReport[]> {
  return withRecord(options, async (engine) => {
    const reports: TrailReport[] = [];
    for (const { id, name } of await jurisdictionsOf(engine)) {
      progress(`核验 ${name}（${id}）`);
      const { published = [] } = expected;
      const mine = published.filter(({ jurisdictionId }) => jurisdictionId === id);
      reports.push(
        await engine.context.database.transaction(
          { jurisdictionId: id },
          (tx) => verifyTrail(trailOfRecord(tx, id), { ...expected, published: mine, onProgress: telling() }),
          { isolation: 'repeatable read', readOnly: true },
        ),
      );
    }
    return reports;
  });
}

/** The same of a file that `audit export` wrote, without any record. @throws CliError FILE_UNREADABLE, FILE_INVALID */
export async function verifyTrailFile(
  file: string,
  expected: TrailExpectations = {},
): Promise<TrailReport[]> {
  const lines = createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  try {
    const source = await trailOfFile(lines);
    const { published = [] } = expected;
    const mine = published.filter(({ jurisdictionId }) => jurisdictionId === source.jurisdictionId);
    return [await verifyTrail(source, { ...expected, published: mine, onProgress: telling() })];
  } catch (error) {
    if (error instanceof TrailFileError) throw fileError(file, error);
    const { code } = error as NodeJS.ErrnoException;
    if (code?.startsWith('E') !== true) throw error;
    throw new CliError('FILE_UNREADABLE', `读不出文件 ${file}（${code}）。请核对路径和权限。`, {
      cause: error,
    });
  } finally {
    lines.close();
  }
}

const REASONS: Record<TrailFileError['reason'], string> = {
  notTrail: '不是 npx luoshi audit export 导出的记录',
  damaged: '内容损坏',
  cutOff: '在此中断，文件不完整',
};

const fileError = (file: string, error: TrailFileError): CliError =>
  new CliError(
    'FILE_INVALID',
    `${file} 第 ${error.line} 行：${REASONS[error.reason]}。请重新导出或重新传送。`,
    {
      cause: error,
    },
  );

function telling(): (checked: number) => void {
  let told = performance.now();
  return (checked) => {
    if (performance.now() - told < TELL_EVERY_MS) return;
    told = performance.now();
    progress(`  已核验 ${checked} 条记录`);
  };
}
