import Sequencer from '@jest/test-sequencer';

/**
 * What takes longest, in seconds beside two others on two cores (LUOSHI_VERIFY=ci): their size says nothing of it.
 * Begun last, one of them would keep everybody waiting.
 */
const SECONDS = {
  'apps/api/proof/proof.it.ts': 440,
  'libs/verification/timeline/timeline.it.ts': 320,
  'apps/web/real-browser.e2e.ts': 300,
  'apps/cli/faults/processes.e2e.ts': 210,
  'apps/cli/faults/servers.e2e.ts': 200,
  'apps/cli/start.e2e.ts': 130,
  'apps/web/plan-review/plan-review.e2e.ts': 120,
  'apps/cli/crash.e2e.ts': 115,
  'apps/cli/faults/old-beside-new.e2e.ts': 85,
  // Makes the fortnight that others copy.
  'libs/simulation/simulate.it.ts': 77,
  'apps/web/story/whole-story.e2e.ts': 70,
  'apps/web/verification/verification.e2e.ts': 68,
  'libs/scheduling/redis-shapes.it.ts': 63,
  'libs/verification/explore.spec.ts': 47,
  'apps/cli/bench/period/same-rows.it.ts': 46,
  'libs/scheduling/wake-ups.it.ts': 44,
  'libs/engine/crash-windows.it.ts': 43,
  'apps/web/webhooks/webhooks.e2e.ts': 37,
  'apps/web/accounts/accounts.e2e.ts': 36,
  'apps/api/batch/batch.it.ts': 32,
  'libs/courier/courier.it.ts': 32,
  'apps/api/plan-review/plan-review.it.ts': 31,
  'libs/documents/guard/hostile-documents.spec.ts': 30,
  'apps/web/stored-script.e2e.ts': 27,
  'apps/api/lists/lists-at-length.it.ts': 26,
  'libs/engine/products/facts/products.it.ts': 25,
  'apps/api/documentation/documentation.e2e.ts': 24,
  'libs/plan/hostile-text.spec.ts': 22,
  'libs/persistence/embedded/start-embedded-postgres.it.ts': 21,
  'libs/verification/oracle/ladder-timing.spec.ts': 20,
  'libs/documents/reading/office-programs.it.ts': 18,
  'apps/cli/queue/queue.it.ts': 13,
  'apps/cli/faults/clock-ahead.e2e.ts': 12,
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
