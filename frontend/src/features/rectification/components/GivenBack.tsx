import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { moment } from '@/lib/format/dates';
import type { Notice } from '../api/notices';

/** Why the director last gave a draft back; nothing once it is approved or when it never was. */
export function GivenBack({ notice }: { notice: Notice }) {
  const { t } = useTranslation('rectification');
  if (!notice.returnedFor || (notice.state !== 'DRAFT' && notice.state !== 'SUBMITTED')) return null;
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={t('noticePage.givenBack', { name: notice.returnerName, date: moment(notice.returnedAt) })}
      description={notice.returnedFor}
    />
  );
}
