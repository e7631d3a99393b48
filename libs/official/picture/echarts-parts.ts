import { BarChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, setPlatformAPI, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { widthOf } from '#charts';

// Only what our charts are made of: the whole library takes three times as long to load.
register([BarChart, ScatterChart, GridComponent, LegendComponent, SVGRenderer]);

// There is no canvas to measure text on. Our typefaces measure what `widthOf` says.
setPlatformAPI({
  measureText: (text: string, font = '13px') => ({
    width: widthOf(text) * Number(/([\d.]+)px/u.exec(font)?.[1] ?? 13),
  }),
});

export { init };
