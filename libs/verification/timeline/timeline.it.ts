import { foretell } from './oracle/foretell.js';
import { drawPlot } from './oracle/draw-plot.js';
import { Beginnings, live, PROMPT } from './testing/live.js';
import { Receiver } from './testing/receiver.js';

describe('a month', () => {
  it.each([1, 2, 3, 4, 5, 6])('%i', async (seed) => {
    const beginnings = new Beginnings();
    const receiver = await Receiver.start();
    const plot = drawPlot(seed);
    const t = performance.now();
    await beginnings.of(plot.dispatched);
    const t1 = performance.now();
    const lived = await live(plot, PROMPT, beginnings, receiver);
    console.log(
      `${Math.round(t1 - t)} prepare, ${Math.round(performance.now() - t1)} live`,
      JSON.stringify(plot),
    );
    const { told, rungs, notices, outages, acts } = foretell(plot);
    await beginnings.drop();
    await receiver.close();
    expect(lived.otherwise).toEqual([]);
    expect(lived.recorded.rungs).toEqual(rungs);
    expect(lived.recorded.notices).toEqual(notices);
    expect(lived.recorded.told).toEqual(told);
    expect(lived.recorded.outages).toEqual(outages);
    expect(lived.wrongLetters).toEqual([]);
    void acts;
  });
});
