import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { PageHeader } from '@/components/layout/PageHeader';
import { ErrorState } from '@/components/states/States';

/** A page that could not be fetched or drawn; the shell around it stays. After an update the old parts are gone. */
export function Broken() {
  const { t } = useTranslation();
  const error = useRouteError();
  return (
    <>
      <PageHeader title={t('state.failed')} />
      <ErrorState error={error} />
      <p style={{ textAlign: 'center' }}>
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('action.reload')}
        </Button>
      </p>
    </>
  );
}
