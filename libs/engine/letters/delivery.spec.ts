import type { WayRead } from '#persistence';
import { deliveryOf, inboxOf } from './delivery.js';

const NOW = '2024-09-23T02:00:00.000Z';
const LATER = '2024-09-23T06:00:00.000Z';
const way = (more: Partial<WayRead>): WayRead => ({
  messageId: 'm',
  channel: '政务邮箱',
  kind: 'mail',
  paused: false,
  letterId: 'l',
  dueAt: NOW,
  heldFor: null,
  state: 'sent',
  attempts: 1,
  again: false,
  failure: null,
  sentAt: NOW,
  deliveredAt: null,
  readAt: null,
  ...more,
});

describe('where a message stands on a way', () => {
  it.each([
    [{ letterId: null, state: null }, { state: 'pending' }],
    [
      { letterId: null, state: null, dueAt: LATER, heldFor: 'quietHours' },
      { state: 'held', heldBecause: 'quietHours', until: LATER },
    ],
    [
      { letterId: null, state: null, dueAt: LATER, heldFor: 'throttle' },
      { state: 'held', heldBecause: 'throttle', until: LATER },
    ],
    [
      { letterId: null, state: null, dueAt: LATER, heldFor: 'order' },
      { state: 'held', heldBecause: 'order', until: LATER },
    ],
    [
      { letterId: null, state: null, paused: true },
      { state: 'held', heldBecause: 'paused' },
    ],
    [
      { state: 'pending', paused: true },
      { state: 'held', heldBecause: 'paused' },
    ],
    [
      { state: 'failedForNow', paused: true, failure: '忙' },
      { state: 'held', failure: '忙' },
    ],
    [{ state: 'pending' }, { state: 'pending' }],
    [{ state: 'sending' }, { state: 'sending' }],
    [{}, { state: 'sent', at: NOW }],
    // A paused channel takes nothing back that has gone out.
    [{ paused: true }, { state: 'sent' }],
    [
      { state: 'delivered', deliveredAt: LATER },
      { state: 'delivered', at: LATER },
    ],
    [
      { state: 'read', readAt: LATER },
      { state: 'read', at: LATER },
    ],
    [
      { state: 'failedForNow', failure: '忙', again: true },
      { state: 'failedForNow', failure: '忙', again: true },
    ],
    [
      { state: 'failedForGood', failure: '没有这个地址' },
      { state: 'failedForGood', failure: '没有这个地址' },
    ],
  ] satisfies [Partial<WayRead>, object][])('of %j is %j', (more, expected) => {
    expect(deliveryOf(way(more), NOW)).toMatchObject(expected);
  });
});

describe('where a message stands in the inbox', () => {
  const message = { id: 'm', state: 'pending', deliverAt: NOW, deliveredAt: null, readAt: null };
  it('is held until working hours, then delivered, then read', () => {
    expect(inboxOf({ ...message, deliverAt: LATER }, NOW)).toMatchObject({ state: 'held', until: LATER });
    expect(inboxOf(message, NOW)).toMatchObject({ state: 'pending' });
    expect(inboxOf({ ...message, state: 'delivered', deliveredAt: NOW }, NOW)).toMatchObject({
      state: 'delivered',
      at: NOW,
    });
    expect(inboxOf({ ...message, state: 'read', readAt: LATER }, NOW)).toMatchObject({
      state: 'read',
      at: LATER,
    });
  });
});
