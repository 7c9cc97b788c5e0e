import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useMemo, type ReactNode } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { antdTheme } from '@/lib/theme/antdTheme';
import { usePhone } from '@/lib/useMediaQuery';
import i18n from './i18n';

/** Everything a page needs around it, router aside. */
export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <Dressed>{children}</Dressed>
      </QueryClientProvider>
    </I18nextProvider>
  );
}

function Dressed({ children }: { children: ReactNode }) {
  const { i18n: language } = useTranslation();
  const phone = usePhone();
  const theme = useMemo(() => antdTheme(phone), [phone]);
  return (
    <ConfigProvider
      locale={language.language === 'en' ? enUS : zhCN}
      theme={theme}
      button={{ autoInsertSpace: false }}
      virtual={false}
    >
      <AntApp component={false}>{children}</AntApp>
    </ConfigProvider>
  );
}
