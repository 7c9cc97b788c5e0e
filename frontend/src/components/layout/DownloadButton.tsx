import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, type ButtonProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '@/lib/api/download';
import { problemMessage } from '@/lib/api/problem';

/** Fetches a file; shows that it is under way, and says why when it does not come. */
export function DownloadButton({ from, ...rest }: Omit<ButtonProps, 'href' | 'onClick'> & { from: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  return (
    <Button
      icon={<DownloadOutlined aria-hidden />}
      {...rest}
      loading={busy}
      onClick={() => {
        setBusy(true);
        download(from)
          .catch((error: unknown) => void message.error(problemMessage(error, t)))
          .finally(() => setBusy(false));
      }}
    />
  );
}
