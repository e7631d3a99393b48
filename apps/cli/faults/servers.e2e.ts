import { liveThrough } from './testing/live-through.js';
import { FAULTS_OF_SERVERS } from './testing/faults.js';

liveThrough('servers and networks that fail', FAULTS_OF_SERVERS);
