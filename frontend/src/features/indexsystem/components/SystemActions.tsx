import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DownloadButton } from '@/components/layout/DownloadButton';
import { LinkButton } from '@/components/layout/LinkButton';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { useNamed } from '@/lib/i18n/useNamed';
import { useKeepContext } from '@/lib/url/workContext';
import { useChangeSystem } from '../api/changeSystem';
import type { IndexSystem } from '@/lib/indexsystem/model';
import { NewSystemDialog } from './NewSystemDialog';
import styles from './page.module.css';

type Step = 'publish' | 'retire' | 'remove';

/** What may be done to a version, by who reads it; what cannot be taken back says first what will happen. */
export function SystemActions({ system }: { system: IndexSystem }) {
  const { t } = useTranslation('indexsystem');
  const { message, modal } = App.useApp();
  const named = useNamed();
  const may = usePermission();
  const go = useNavigate();
  const keep = useKeepContext();
  const [copying, setCopying] = useState(false);
  const change = useChangeSystem(system.id, system.lockVersion);
  const draft = system.state === 'DRAFT';
  const { document } = system;

  const done = { publish: 'published', retire: 'retired', remove: 'removed' } as const;
  const ask = (step: Step) =>
    void modal.confirm({
      title: t(`page.${step}Title`, { name: named(document), version: document.version }),
      content: (
        <ul className={styles.steps}>
          {t(`page.${step}Steps`)
            .split('|')
            .map((line) => (
              <li key={line}>{line}</li>
            ))}
        </ul>
      ),
      width: 520,
      okText: t(`page.${step}`),
      cancelText: t('common:action.cancel'),
      okButtonProps: { danger: step !== 'publish' },
      onOk: () =>
        change[step].mutateAsync().then(
          () => {
            void message.success(t(`page.${done[step]}`));
            if (step === 'remove') void go(keep('/index-systems'));
          },
          (error: unknown) => void message.error(problemMessage(error, t), 8),
        ),
    });
  const own = system.own && may('index:edit');
  return (
    <>
      <DownloadButton from={`/api/v1/index-systems/${system.id}/sheet`}>{t('page.xlsx')}</DownloadButton>
      <DownloadButton from={`/api/v1/index-systems/${system.id}/json`}>{t('page.json')}</DownloadButton>
      {may('index:edit') && <Button onClick={() => setCopying(true)}>{t('page.copy')}</Button>}
      {own && draft && (
        <Button danger onClick={() => ask('remove')}>
          {t('page.remove')}
        </Button>
      )}
      {system.own && system.state === 'PUBLISHED' && may('index:publish') && (
        <Button danger onClick={() => ask('retire')}>
          {t('page.retire')}
        </Button>
      )}
      {own && draft && (
        <LinkButton
          to={keep(`/index-systems/${system.id}/edit`)}
          type={may('index:publish') ? 'default' : 'primary'}
        >
          {t('page.edit')}
        </LinkButton>
      )}
      {system.own && draft && may('index:publish') && (
        <Button type="primary" onClick={() => ask('publish')}>
          {t('page.publish')}
        </Button>
      )}
      {copying && (
        <NewSystemDialog
          from={system.id}
          systems={[{ ...document, id: system.id, regionCode: system.regionCode ?? '' }]}
          onClose={() => setCopying(false)}
        />
      )}
    </>
  );
}
