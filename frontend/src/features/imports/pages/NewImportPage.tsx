import { useQuery } from '@tanstack/react-query';
import { App, Button, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FileDrop } from '@/components/files/FileDrop';
import { DownloadButton } from '@/components/layout/DownloadButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { NoPermission } from '@/components/states/States';
import { queryString } from '@/lib/api/client';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { schoolYear } from '@/lib/format/dates';
import { useUrlState } from '@/lib/url/useUrlState';
import { useKeepContext, useWorkContext } from '@/lib/url/workContext';
import type { ImportKind } from '../api/import';
import { keptMappingsQuery } from '../api/mapping';
import { useUpload } from '../api/upload';
import styles from '../components/imports.module.css';
import { Steps } from '../components/Steps';

/** First step: what, which year, which file. */
export function NewImportPage() {
  const { t } = useTranslation('imports');
  const { message } = App.useApp();
  const may = usePermission();
  const go = useNavigate();
  const keep = useKeepContext();
  const { year, thisYear, set } = useWorkContext();
  const [wanted, setKind] = useUrlState('kind', { replace: true });
  const kind: ImportKind = wanted === 'SCHOOLS' ? 'SCHOOLS' : 'FIGURES';
  const [file, setFile] = useState<File>();
  const [mappingId, setMappingId] = useState<string>();
  const kept = useQuery({ ...keptMappingsQuery(kind), enabled: may('import:run') });
  const upload = useUpload();
  if (!may('import:run')) return <NoPermission />;

  const years = Array.from({ length: 12 }, (_, i) => Math.max(thisYear, year) - i);
  const submit = () => {
    if (!file) {
      void message.warning(t('wizard.chooseFile'));
      return;
    }
    upload.mutate(
      { file, kind, year: kind === 'FIGURES' ? year : undefined, mappingId },
      {
        onSuccess: (record) => void go(keep(`/imports/${record.id}`)),
        onError: (error) => void message.error(problemMessage(error, t), 8),
      },
    );
  };

  return (
    <>
      <PageHeader title={t('wizard.newTitle')} back={{ to: keep('/imports'), label: t('wizard.back') }} />
      <Steps at="upload" />
      <Section>
        <div className={styles.form}>
          <div>
            <span className={styles.label}>{t('wizard.what')}</span>
            <Radio.Group
              aria-label={t('wizard.what')}
              value={kind}
              optionType="button"
              onChange={(event) => {
                setKind(event.target.value as ImportKind);
                setMappingId(undefined);
              }}
              options={(['FIGURES', 'SCHOOLS'] as const).map((value) => ({
                value,
                label: t(`kind.${value}`),
              }))}
            />
          </div>
          {kind === 'FIGURES' && (
            <div>
              <span className={styles.label}>{t('wizard.year')}</span>
              <Select
                aria-label={t('wizard.year')}
                value={year}
                style={{ width: 200 }}
                onChange={(value) => set({ year: value })}
                options={years.map((one) => ({ value: one, label: schoolYear(one) }))}
              />
            </div>
          )}
          <div className={styles.inline}>
            <DownloadButton
              from={`/api/v1/imports/template${queryString({ kind, year: kind === 'FIGURES' ? year : undefined })}`}
            >
              {t('wizard.template')}
            </DownloadButton>
            <span className={styles.hint}>{t('wizard.templateHint')}</span>
          </div>
          {kept.data && kept.data.length > 0 && (
            <div>
              <span className={styles.label}>{t('wizard.mapping')}</span>
              <Select
                aria-label={t('wizard.mapping')}
                value={mappingId ?? ''}
                style={{ width: 320 }}
                onChange={(value: string) => setMappingId(value || undefined)}
                options={[
                  { value: '', label: t('wizard.mappingNone') },
                  ...kept.data.map((one) => ({ value: one.id, label: one.name })),
                ]}
              />
            </div>
          )}
          <FileDrop
            file={file}
            label={t('wizard.file')}
            hint={t('wizard.dropHint')}
            accept=".xlsx,.csv"
            onFile={setFile}
          />
          <div>
            <Button type="primary" size="large" loading={upload.isPending} onClick={submit}>
              {upload.isPending ? t('wizard.uploading') : t('wizard.upload')}
            </Button>
          </div>
        </div>
      </Section>
    </>
  );
}
