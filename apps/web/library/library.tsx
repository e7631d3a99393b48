import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useMemo, type PropsWithChildren } from 'react';
import { useScreenScale } from '../screen-scale.js';
import { language } from '../texts/language.js';
import { themeAt } from '../theme.js';

/** What the components of the library need around them: our colours, the language, and where they say what was done. */
export function Library({ children }: PropsWithChildren) {
  const scale = useScreenScale();
  const theme = useMemo(() => themeAt(scale), [scale]);
  return (
    <ConfigProvider
      // English is the library's own language: it is there without being loaded.
      locale={language === 'zh-CN' ? zhCN : enUS}
      theme={theme}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}
