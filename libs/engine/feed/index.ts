export { readFeed, renewFeed, stopFeed } from './due-dates-feed.js';
