import { plural } from './plural.js';
import type { SpokenFile } from './spoken.js';

export const health: SpokenFile<typeof import('../zh/health.js')> = {
  healthText: {
    title: 'Health',
    at: (when) => `Checked ${when}`,
    again: 'Check again',
    allGood: 'Every check is good.',
    some: (trouble, attention) =>
      [trouble > 0 ? `${trouble} in trouble` : '', attention > 0 ? `${attention} to look at` : '']
        .filter(Boolean)
        .join(', '),
    rehearsal: "A rehearsal's clock runs; all times are its.",
    states: { good: 'Good', attention: 'Look at it', trouble: 'Trouble', unknown: 'Unknown' },
    checks: {
      sweep: 'Sweeps',
      clocks: 'Clocks that ran down',
      messages: 'Messages',
      letters: 'Letters',
      audit: 'Audit',
      seal: 'Sealing',
      backup: 'Backup',
      calendar: 'Working calendar',
      machines: 'Clocks of machines',
    },
    said: {
      sweep: (at) => (at === null ? 'Never yet' : `Last ${at}`),
      clocks: (count, since) =>
        count === 0 ? 'All dealt with in time' : `${count} waiting, since ${since ?? ''}`,
      messages: (count, since) => (count === 0 ? 'None waiting' : `${count} not sent, since ${since ?? ''}`),
      letters: (count, since) => (count === 0 ? 'None failed' : `${count} given up, since ${since ?? ''}`),
      audit: (at, count) =>
        at === null ? 'Never yet' : `Last ${at}, ${count === 0 ? 'nothing found' : plural(count, 'problem')}`,
      seal: (at) => (at === null ? 'Never yet' : `Last ${at}`),
      backup: (at) => (at === null ? 'None on record' : `Last ${at}`),
      calendar: (on) => (on === null ? 'No year is published' : `Published up to ${on}`),
      machines: (count, seconds) =>
        count === 0
          ? 'No process told its time'
          : `${plural(count, 'process', 'processes')}, at most ${seconds} s off`,
    },
    todo: {
      sweep: 'See that a worker runs (npx luoshi start, or npx luoshi worker); what was missed is then done.',
      clocks: 'See that a worker runs; what waits is then done. If it does not shrink, tell the maintainers.',
      messages: 'See that a worker runs; they then go out.',
      letters:
        'Look at each under "Messages sent", mend the address or channel and send again, or telephone.',
      audit: 'Mend what is listed below; with none for two hours, see that the processes run.',
      seal: 'None within a day: fine where nothing was done, else look at the sealing key.',
      backup: 'Have one made every day (npx luoshi backup); those made otherwise are not seen here.',
      calendar: "Announce next year's arrangement once published; until then its deadlines are provisional.",
      machines: "Set the machines' clocks by NTP. What is due goes by the database's time in any case.",
    },
    links: { letters: 'To the letters', calendar: 'To the calendar', messages: 'To the queue' },
    findings: 'What the audit found',
    where: 'Where',
    mend: 'To do',
    parts: 'Parts of this process',
    partNames: {
      database: 'Database',
      clock: 'Clock',
      worker: 'Sweeps',
      queue: 'Queue',
      auditor: 'Audit',
      release: 'Release',
      files: 'Files',
    },
    processes: 'Processes running',
    process: (version, since) => `version ${version}, since ${since}`,
    ahead: (seconds) =>
      seconds === 0
        ? 'clock in step'
        : seconds > 0
          ? `clock ${seconds} s ahead`
          : `clock ${-seconds} s behind`,
    more: 'For a closer look: npx luoshi doctor; for monitors: /readyz and /healthz.',
  },
};
