import { liveThrough } from './testing/live-through.js';
import { FAULTS_OF_PROCESSES } from './testing/faults.js';

liveThrough('processes that are killed, multiplied and out of step', FAULTS_OF_PROCESSES);
