import { createHmac } from 'node:crypto';
import { startHttpPeer, type HttpPeer, type ReceivedRequest } from './http-peer.js';

/**
 * Group robots as their documentation describes them, on this machine: they check the signature, count messages a
 * minute, and answer 200 with a code in the body. Written from the documentation, not from what we send.
 */
export interface RobotPeerOptions {
  /** Left out: the robot does not check signatures. */
  secret?: string;
  /** The wall clock of the service, ms. */
  now: () => number;
}

const MINUTE = 60_000;

/** 企业微信: 20 a minute, 2,048 bytes of text, a key in the address. */
export function startWecomRobot({ now }: RobotPeerOptions): Promise<HttpPeer> {
  const window: number[] = [];
  return startHttpPeer((request) => {
    const { msgtype, text } = JSON.parse(request.body) as { msgtype: string; text: { content: string } };
    if (new URL(request.path, 'http://peer').searchParams.get('key') !== 'genuine')
      return { body: { errcode: 93000, errmsg: 'invalid webhook url' } };
    if (tooMany(window, now(), 20)) return { body: { errcode: 45009, errmsg: 'api freq out of limit' } };
    if (msgtype !== 'text' || Buffer.byteLength(text.content) > 2_048)
      return { body: { errcode: 40058, errmsg: 'invalid Request Parameter' } };
    return { body: { errcode: 0, errmsg: 'ok' } };
  });
}

/** 钉钉: 20 a minute, else silenced for ten minutes; timestamp and sign in the query. */
export function startDingtalkRobot({ secret, now }: RobotPeerOptions): Promise<HttpPeer> {
  const window: number[] = [];
  let silencedUntil = 0;
  return startHttpPeer((request) => {
    const query = new URL(request.path, 'http://peer').searchParams;
    if (query.get('access_token') !== 'genuine')
      return { body: { errcode: 300001, errmsg: 'token is not exist' } };
    if (secret !== undefined && !dingtalkSigned(query, secret, now()))
      return { body: { errcode: 310000, errmsg: 'sign not match' } };
    if (tooMany(window, now(), 20)) silencedUntil = now() + 10 * MINUTE;
    if (now() < silencedUntil)
      return { body: { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' } };
    return { body: { errcode: 0, errmsg: 'ok' } };
  });
}

function dingtalkSigned(query: URLSearchParams, secret: string, now: number): boolean {
  const timestamp = query.get('timestamp') ?? '';
  const sign = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
  return query.get('sign') === sign && Math.abs(now - Number(timestamp)) < 60 * MINUTE;
}

/** 飞书: 100 a minute, 20 kB; timestamp and sign in the body. */
export function startFeishuRobot({ secret, now }: RobotPeerOptions): Promise<HttpPeer> {
  const window: number[] = [];
  return startHttpPeer((request) => {
    if (Buffer.byteLength(request.body) > 20 * 1024) return feishu(9499, 'Bad Request');
    if (secret !== undefined && !feishuSigned(request, secret, now()))
      return feishu(19021, 'sign match fail or timestamp is not within one hour from current time');
    return tooMany(window, now(), 100) ? feishu(11232, 'frequency limited') : feishu(0, 'success');
  });
}

const feishu = (code: number, msg: string): { body: unknown } => ({ body: { code, msg, data: {} } });

function feishuSigned({ body }: ReceivedRequest, secret: string, now: number): boolean {
  const { timestamp, sign } = JSON.parse(body) as { timestamp?: string; sign?: string };
  const expected = createHmac('sha256', `${timestamp ?? ''}\n${secret}`).digest('base64');
  return sign === expected && Math.abs(now / 1000 - Number(timestamp)) < 3_600;
}

function tooMany(window: number[], now: number, most: number): boolean {
  while (window[0] !== undefined && window[0] <= now - MINUTE) window.shift();
  window.push(now);
  return window.length > most;
}
