import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  /** What the address says; nothing is shown without it. */
  asked: string | undefined;
  /** What the page is about instead, in words. */
  shown: string;
}

/** The address asks for a time there is not: nobody is to take what is shown for what was asked. */
export function AddressNotice({ asked, shown }: Props) {
  const { t } = useTranslation();
  if (!asked) return null;
  return <Alert type="warning" showIcon role="alert" title={t('common:address.wrong', { asked, shown })} />;
}
