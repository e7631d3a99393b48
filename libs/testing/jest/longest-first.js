import Sequencer from '@jest/test-sequencer';

/**
 * What takes longest, in seconds on a quiet machine with everything (LUOSHI_VERIFY=ci): their size says nothing of it.
 * Begun last, one of them would keep everybody waiting.
 */
const SECONDS = {
  'apps/cli/faults/servers.e2e.ts': 100,
  'apps/cli/faults/processes.e2e.ts': 97,
  'libs/verification/timeline/timeline.it.ts': 90,
  'apps/api/proof/proof.it.ts': 90,
  'apps/web/real-browser.e2e.ts': 84,
  'apps/cli/start.e2e.ts': 60,
  'libs/scheduling/redis-shapes.it.ts': 58,
  'libs/verification/explore.spec.ts': 56,
  'apps/web/plan-review/plan-review.e2e.ts': 55,
  'apps/cli/crash.e2e.ts': 44,
  'apps/cli/faults/old-beside-new.e2e.ts': 42,
  'apps/cli/bench/period/same-rows.it.ts': 40,
  'libs/scheduling/wake-ups.it.ts': 30,
  'libs/engine/crash-windows.it.ts': 30,
  // Makes the fortnight that others copy.
  'libs/simulation/simulate.it.ts': 36,
  'apps/web/webhooks/webhooks.e2e.ts': 27,
  'apps/web/accounts/accounts.e2e.ts': 27,
  'apps/cli/load/run-load.it.ts': 25,
  'apps/web/verification/verification.e2e.ts': 23,
  'apps/api/lists/lists-at-length.it.ts': 23,
  'libs/plan/hostile-text.spec.ts': 22,
  'libs/documents/guard/hostile-documents.spec.ts': 21,
  'libs/verification/oracle/ladder-timing.spec.ts': 19,
  'libs/courier/courier.it.ts': 18,
  'apps/api/documentation/documentation.e2e.ts': 17,
  'libs/documents/reading/office-programs.it.ts': 16,
  'apps/cli/queue/queue.it.ts': 14,
  'apps/cli/faults/clock-ahead.e2e.ts': 11,
};
/** Files that nobody knows anything of: 12 kB take about as long as loading what they use. */
const BYTES_A_SECOND = 4_000;

/** The longest files first: by what is written above, else by how long they took here last, else by their size. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => secondsOf(b, this.time(b)) - secondsOf(a, this.time(a)));
  }
}

function secondsOf({ path, context }, lastMs) {
  const within = path.slice(context.config.rootDir.length + 1).replaceAll('\\', '/');
  if (process.env.LUOSHI_VERIFY !== undefined && within in SECONDS) return SECONDS[within];
  return lastMs == null ? (context.hasteFS.getSize(path) ?? 0) / BYTES_A_SECOND : lastMs / 1_000;
}
