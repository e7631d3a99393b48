import type { ThemeConfig } from 'antd';

/** Ink blue for what can be used, deep red only for the mark and for what is serious. */
export const palette = {
  ink: '#1f3d66',
  inkSoft: '#eaf0f7',
  red: '#a11d21',
  text: '#1d232e',
  textSoft: '#5a6474',
  line: '#dfe3e9',
  ground: '#f3f4f6',
  good: '#2f6b4f',
  warn: '#8a5a00',
} as const;

const fonts =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, -apple-system, sans-serif';

/**
 * The library's lengths are in pixels: they grow with everything else (`screen-scale.ts`).
 *
 * @param scale how much larger than usual; 1 on usual screens
 */
export const themeAt = (scale: number): ThemeConfig => ({
  token: {
    colorPrimary: palette.ink,
    colorLink: palette.ink,
    colorError: palette.red,
    colorErrorBg: '#fbf1f1',
    colorErrorBorder: '#e3b4b5',
    colorWarningBg: '#fdf8ea',
    colorWarningBorder: '#e6d3a3',
    colorInfoBg: palette.inkSoft,
    colorInfoBorder: '#b9cae0',
    colorSuccessBg: '#eef6f1',
    colorSuccess: palette.good,
    colorWarning: '#b7791f',
    colorInfo: palette.ink,
    colorText: palette.text,
    colorTextSecondary: palette.textSoft,
    // The library's own are too light to be read by everybody.
    colorTextDescription: palette.textSoft,
    colorTextPlaceholder: '#697383',
    colorBorder: '#cbd2db',
    colorBorderSecondary: palette.line,
    colorBgLayout: palette.ground,
    borderRadius: 4 * scale,
    borderRadiusLG: 6 * scale,
    fontFamily: fonts,
    fontSize: 14 * scale,
    controlHeight: 34 * scale,
    sizeUnit: 4 * scale,
    // Who has told the system that movement disturbs them gets none.
    motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Table: {
      headerBg: '#f7f8fa',
      headerColor: palette.textSoft,
      cellPaddingBlockSM: 7 * scale,
      cellPaddingInlineSM: 10 * scale,
      rowHoverBg: '#f5f8fc',
    },
    Card: { bodyPadding: 16 * scale, headerHeight: 44 * scale, headerFontSize: 15 * scale },
    Menu: { itemHeight: 40 * scale, itemSelectedBg: palette.inkSoft, itemBorderRadius: 4 * scale },
    Alert: {
      withDescriptionPadding: `${10 * scale}px ${14 * scale}px`,
      withDescriptionIconSize: 18 * scale,
      fontSizeLG: 14 * scale,
    },
  },
});
