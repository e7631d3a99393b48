import { daysAgo, plural } from './plural.js';
import type { SpokenFile } from './spoken.js';

const round = (value: number): number => Math.round(value);

export const common: SpokenFile<typeof import('../zh/common.js')> = {
  common: {
    product: 'Luoshi',
    loading: 'Loading…',
    retry: 'Try again',
    cancel: 'Cancel',
    refresh: 'Refresh',
    all: 'All',
    none: 'None',
    yes: 'Yes',
    no: 'No',
    items: (n) => plural(n, 'item'),
    supportMore: (n) => plural(n, 'supporting unit'),
    overdue: 'Overdue',
    joinUnits: (names) => names.join(', '),
    required: 'Required (code FieldMissing)',
    reload: 'Load again',
    pageFailed: 'This page did not open',
    pageFailedHint:
      'Refresh the page. If it still does not open, tell the system administrator when this happened.',
    notFound: 'No such page',
    notFoundHint: 'The address may be mistyped, or the content has moved.',
    toTasks: 'Go to the tasks',
  },
  marks: {
    comma: ', ',
    semicolon: '; ',
    stop: '. ',
    colon: ': ',
    list: ', ',
    open: ' (',
    close: ')',
  },
  exportTexts: {
    button: 'Export',
    formats: { xlsx: 'Excel workbook (.xlsx)', csv: 'CSV table (.csv)', json: 'JSON data (.json)' },
  },
  problemTexts: {
    offline: 'The server cannot be reached',
    offlineHint: 'Check the network and try again. What you typed stays on this computer and is not lost.',
    shape: 'The page and the server are of different versions',
    shapeHint: 'The system may have just been upgraded. Refresh the page and try again.',
    server: 'The server failed to handle this',
    serverHint: 'Try again later. If it happens again, tell the system administrator when it did.',
    expired: 'Your session has expired. Please sign in again.',
    draftKept: 'What you filled in is kept on this computer; go on with it after signing in.',
    conflictHint: 'What you typed is kept.',
    code: (code) => `Error code ${code}`,
  },
  noRung: 'Normal',
  progressText: {
    of: (progress, expected, schedule) => {
      const done = progress === null ? 'Not reported' : `${round(progress)}%`;
      const should = expected === null ? '' : `expected ${round(expected)}%`;
      const gap = progress === null || expected === null ? 0 : round(expected) - round(progress);
      const points = `${gap} ${gap === 1 ? 'point' : 'points'}`;
      const lag = schedule === null || schedule === 'onTrack' || gap <= 0 ? null : `${points} behind`;
      const full = [`Progress ${done}`, should, lag].filter(Boolean).join(', ');
      return { progress: done, expected: should, lag, full };
    },
    comma: ', ',
    unreported: 'Not reported yet',
    age: (period, days, apart) => {
      const said = `${period}, ${daysAgo(days)}`;
      return apart === null ? said : `${said}; then ${apart.toLowerCase()}`;
    },
  },
  actionTexts: {
    consequences: {
      confirm: 'The task becomes "confirmed" and can be dispatched.',
      assignLead: 'This unit then leads the task, which can be dispatched.',
      dispatch: 'The lead unit is told at once, and its time for signing begins.',
      sign: 'The task is then in progress; reports are due from the next period on.',
      dispute: 'The headquarters office decides; no report is due until then.',
      resolveDispute: 'If reassigned, the new lead unit signs anew; if upheld, the present one goes on.',
      requestClosure:
        'Task-force review, verification and approval follow in this order; each of them may return it.',
      passGate: 'It goes on to the next gate; after the last one the task is closed.',
      returnClosure: 'The task is in progress again, and the lead unit is told why.',
      suspend: 'While suspended, no clock runs and no report is due; it resumes by itself at the end.',
      resume: 'The clocks run on; deadlines move by the working days of the suspension.',
      withdraw: 'No clock runs and no report is due any more.',
      extend: 'Expected progress follows the new deadline; the original one stays on view.',
      extendBeyond:
        'Beyond the permitted number, or after the deadline, an extension needs an override by headquarters, recorded as such.',
      reopen: 'The task is in progress again, and reports are due again.',
      changeLead:
        'Takes effect when both units have signed; until then the present lead answers for it. Missed reports and escalations of the past stay behind.',
      handOver: 'Your words go to the new lead unit; when both have signed, this unit reports no more.',
      takeOver:
        'When both have signed, this unit leads and reports from the next period on; what was missed before is not counted against it.',
      decreeHandover: 'The new lead unit is responsible from today, without waiting for both signatures.',
      block:
        "The other unit must confirm or contest in time. Once confirmed, its clock runs and this unit's stands still.",
      acceptBlockage:
        "The unit waited for must act in time, and answers for its own delay; the lead unit's clock stands still.",
      contestBlockage: "The supervision office decides; until then the lead unit's clock runs on.",
      rejectBlockage: "The lead unit's clock runs on as if it had never stopped.",
      unblock: "The clock is the lead unit's again; the working days of waiting are added to it.",
      changeCadences:
        'Reports follow the new cadence from the next period on; bulletins, reviews and assessments stay as the plan has them.',
      carryOver:
        "The task goes on next year with its new deadline; this year's assessment takes its state at year's end.",
      closeWithYear: 'The task closes with the year; no clock runs and no report is due.',
      hold: 'Nothing escalates while on hold, and what was issued stays; it goes on by itself at the end.',
      lift: 'This escalation ends here; what was issued stays.',
      skip: 'The next rung is not issued; the one after it is waited for. You are recorded as the approver.',
      answerCard: 'The answer goes to the supervision office. It does not settle the matter: reports do.',
      appeal: 'A notice can be appealed once; escalation is on hold meanwhile.',
      upholdAppeal:
        'The notice is rescinded and counts no more; scores are computed again. The record stays.',
      rejectAppeal: 'The notice stands, and escalation goes on from where it stopped.',
      correctFigure:
        'The corrected figure becomes the present one; the report and the finding stay on record. An honest correction costs no points.',
      orderVerification:
        'It is put up for verification, counted apart from draws; the unit is not told before it is verified.',
      commitDraw:
        'A random seed is made and only its hash (the commitment) published; nobody sees the seed before the draw.',
      freezeDraw: 'The list, the reports behind it and the lots change no more.',
      addRandomness:
        'Copy a figure that anybody can look up, such as a lottery result or a closing index. Somebody other than who runs the draw must enter it; it cannot be changed.',
      carryOutDraw:
        'The result cannot be changed or drawn again; the drawn reports are put up for verification, without telling the units.',
      abandonDraw: 'The abandoned draw stays on record with its reason.',
      accept: 'The figures go into the ledger.',
      return: 'The lead unit is told why and files again in time.',
      agree: 'The supervision office then issues it.',
      issue: 'It is numbered and delivered; the clock of the next rung runs from now.',
      acknowledge: 'It says that the notice was received, not that the matter is settled.',
    },
    units: 'Choose units',
    more: 'More actions',
    about: (what) => `About: ${what}`,
    done: (label) => `${label}: done`,
    gravePrompt: 'This is recorded on the trail and cannot simply be undone.',
    plainPrompt: 'This is recorded on the trail.',
  },
};
