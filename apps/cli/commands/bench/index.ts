import type { Command } from 'commander';

import { closeCommand } from './close.command.js';
import { decideCommand } from './decide.command.js';
import { documentCommand } from './document.command.js';
import { extractCommand } from './extract.command.js';
import { loadCommand } from './load.command.js';
import { periodCommand } from './period.command.js';
import { scoreCommand } from './score.command.js';
import { startUpCommand } from './start-up.command.js';
import { transitionsCommand } from './transitions.command.js';
import { wakeUpsCommand } from './wake-ups.command.js';
import { webCommand } from './web.command.js';

export function benchCommand(program: Command): void {
  const bench = program.command('bench').description('测速：给出本机上的用时');
  for (const register of [
    extractCommand,
    decideCommand,
    documentCommand,
    scoreCommand,
    closeCommand,
    periodCommand,
    transitionsCommand,
    startUpCommand,
    wakeUpsCommand,
    loadCommand,
    webCommand,
  ])
    register(bench);
}
