import { Controller } from '@nestjs/common';
import { civilDateOf, instantOf } from '#calendar';
import { REPORTING_LINE_LIST, type WallView } from '#contract';
import { todayIn } from '#engine';
import {
  listActions,
  listSittingsById,
  listWallChanges,
  listWallTiles,
  readPlan,
  REPORTING_LINES,
  streamProgress,
  type ReportingLineRow,
} from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { listPage } from '../lists/list-page.js';
import { levelsIn } from '../view/levels.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { wallView } from './wall.view.js';

/** What those in front of a wall want to hear of; what is being looked into, and who waits for whom, is not for the wall. */
const TOLD = [
  'DISPATCHED',
  'SIGNED',
  'SIGNING_OVERDUE',
  'DISPUTED',
  'DISPUTE_RESOLVED',
  'DEADLINE_PASSED',
  'EXTENDED',
  'CLOSURE_REQUESTED',
  'GATE_PASSED',
  'CLOSURE_RETURNED',
  'SUSPENDED',
  'RESUMED',
  'WITHDRAWN',
  'REOPENED',
  'LEAD_CHANGED',
  'SPLIT',
  'MERGED',
  'SITTING_FILED',
  'NOTICE_ISSUED',
];
const CHANGES_SHOWN = 40;
/** A county has some hundred units; a wall shows no more. */
const UNITS_SHOWN = 500;

@Controller()
export class WallController {
  constructor(private readonly context: ApiContext) {}

  /** A unit sees the wall of what is its own. */
  @Endpoint('wall')
  wall(@Input() { params }: InputOf<'wall'>, @Requester() who: Who): Promise<WallView> {
    const now = this.context.now();
    const planId = params.id;
    return seenBy(this.context, who, async (tx) => {
      const plan = await readPlan(tx, planId);
      if (plan === null) throw problem('NotFound');
      // Before anything else is read: what comes in while it is read is told as news.
      const { lastPosition } = await streamProgress(tx);
      const wanted = { limit: UNITS_SHOWN, sort: REPORTING_LINE_LIST.usual, plan: planId };
      const found = await listPage<ReportingLineRow>(tx, REPORTING_LINE_LIST, REPORTING_LINES, wanted, {
        now,
      });
      const ids = found.rows.flatMap((row) => row.latest_sitting_id ?? []);
      const sittings = new Map((await listSittingsById(tx, ids)).map((sitting) => [sitting.id, sitting]));
      const since = instantOf(civilDateOf(now), '00:00');
      const told = { planId, types: TOLD, since, limit: CHANGES_SHOWN };
      return wallView(
        {
          position: lastPosition,
          plan,
          actions: await listActions(tx, planId),
          tiles: await listWallTiles(tx, planId),
          lines: found.rows.map((line) => ({ line, latest: sittings.get(line.latest_sitting_id ?? '') })),
          changes: await listWallChanges(tx, told),
          levels: await levelsIn(tx),
          today: await todayIn(this.context.engine.context.book, tx, now),
        },
        now,
      );
    });
  }
}
