/** What tests stand on: a real database of their own, a clock that they move, a subject driven alone. */
export { asOwner } from './database/as-owner.js';
export { createEmptyDatabase, type EmptyDatabase } from './database/create-empty-database.js';
export { createTestDatabase, type TestDatabase } from './database/create-test-database.js';
export { KeptOwner } from './database/kept-owner.js';
export { insertDistrict, type District } from './database/insert-district.js';
export {
  ALL_ROLES,
  attemptAcross,
  tablesWithRowsOf,
  type Breach,
} from './permission-matrix/attempt-across.js';
export { manualClock, type ManualClock, type Span } from './manual-clock.js';
export { FORTNIGHT, simulatedFortnight, type SimulatedFortnight } from './story/simulated-fortnight.js';
export { actor, Story } from './story/story.js';
export { SMALL_DISTRICT, smallTaskCode } from './story/small-district.js';
export { LoneSubject, type ArmedClock, type TakenEvent } from './lone-subject.js';
export { LoneDutyLine } from './lone-duty-line.js';
export { LoneLine } from './lone-line.js';
export { LoneObligation } from './lone-obligation.js';
export { LoneTask } from './lone-task.js';
export { inCivilTime, moment } from './moment.js';
export { policyFrom, seedText, shippedCalendar, shippedRules } from './shipped-rules.js';
export { findChromium } from './browser/find-chromium.js';
export { openBrowser, type TestBrowser } from './browser/open-browser.js';
export { startRealSystem, type RealSystem } from './browser/start-real-system.js';
export { hasWriter, libreOffice, sheetsAsShown } from './libre-office.js';
export { GOLDEN_STORIES } from './golden-stories.js';
export type { GoldenStory } from './golden-story.js';
export { startDnsServer, type DnsServer } from './peers/dns-server.js';
export { startHttpPeer, type HttpPeer, type PeerAnswer, type ReceivedRequest } from './peers/http-peer.js';
export { startMailServer, type MailServer, type ReceivedMail } from './peers/mail-server.js';
export { ownCertificate, type OwnCertificate } from './peers/own-certificate.js';
export { startS3Server, type S3ServerOfTest } from './peers/s3-server.js';
export { startDingtalkRobot, startFeishuRobot, startWecomRobot } from './peers/robots.js';
export {
  haveRedisServer,
  redisTls,
  startRedis,
  type RedisServerOfTest,
  type RedisTls,
} from './redis/redis-server.js';
export { startRedisCluster, type RedisClusterOfTest } from './redis/redis-cluster.js';
export { startRedisSentinel, type RedisSentinelOfTest } from './redis/redis-sentinel.js';
export { told } from './story/told.js';
export { until } from './redis/until.js';
export { debianPostgres } from './outages/as-postgres.js';
export { freePort } from './outages/free-port.js';
export { OutagePostgres, type OutagePostgresOptions } from './outages/outage-postgres.js';
export { haveRedis, OutageRedis } from './outages/outage-redis.js';
export { SmallDisk } from './outages/small-disk.js';
export { TcpProxy } from './outages/tcp-proxy.js';
export { EditedWorkbook, GOOD } from './workbook/edit-workbook.js';
