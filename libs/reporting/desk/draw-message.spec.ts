import { drawCommittedMessage, drawFrozenMessage } from './draw-message.js';

const about = { plan: '为民办实事实施方案', drawId: 'd1', hash: '9f'.repeat(32) };

describe('what is published of a draw', () => {
  it('is the commitment, on a line of its own so that it can be copied, with what it is kept for', () => {
    const { title, body } = drawCommittedMessage(about);
    expect(title).toBe('督查核实抽查：承诺值公布');
    expect(body.split('\n')[1]).toBe(about.hash);
    expect(body).toContain('承诺值与种子不符的，抽查无效');
  });

  it('is the hash of the frozen population, with how many it holds', () => {
    const { body } = drawFrozenMessage({ ...about, population: 185 });
    expect(body).toContain('共185项');
    expect(body.split('\n')[1]).toBe(about.hash);
  });
});
