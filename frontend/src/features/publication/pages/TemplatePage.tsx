import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DownloadButton } from '@/components/layout/DownloadButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { QueryView } from '@/components/states/QueryView';
import { NoPermission } from '@/components/states/States';
import { PlainTable } from '@/components/table/PlainTable';
import { usePermission } from '@/lib/api/me';
import { ApiProblem, problemMessage } from '@/lib/api/problem';
import { moment } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import { useKeepContext } from '@/lib/url/workContext';
import { templateHref, templateQuery, useChangeTemplate, type Templates } from '../api/templates';
import { Deviations, FieldList } from '../components/TemplateFacts';
import { InUse, Layout } from './TemplatesPage';

const DOCX = '.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** One kind's template: looked at, fetched, replaced, put back; what it departs in, what it may say. */
export function TemplatePage() {
  const { kind = '' } = useParams();
  const may = usePermission();
  const allowed = may('template:edit');
  const query = useQuery({ ...templateQuery(kind), enabled: allowed });
  if (!allowed) return <NoPermission />;
  return <QueryView query={query}>{(of) => <View of={of} />}</QueryView>;
}

function View({ of }: { of: Templates }) {
  const { t } = useTranslation('publication');
  const { message } = App.useApp();
  const named = useNamed();
  const keep = useKeepContext();
  const change = useChangeTemplate(of);
  const [refused, setRefused] = useState<string[]>();
  const upload = (file: File) => {
    setRefused(undefined);
    change.replace.mutate(file, {
      onSuccess: () => void message.success(t('templateReplaced')),
      onError: (error) =>
        setRefused(
          error instanceof ApiProblem && error.errors.length > 0
            ? error.errors.map((one) => one.message)
            : [problemMessage(error, t)],
        ),
    });
    return false;
  };
  return (
    <>
      <PageHeader
        back={{ to: keep('/document-templates'), label: t('templates') }}
        title={t('templateOf', { kind: named({ nameZh: of.name, nameEn: of.nameEn }) })}
        tags={<Layout of={of} />}
        state={<InUse of={of} />}
        actions={
          <>
            <DownloadButton from={templateHref(of.kind, 'file')}>{t('templateFetch')}</DownloadButton>
            <Button href={templateHref(of.kind, 'preview')} target="_blank" rel="noreferrer">
              {t('templatePreview')}
            </Button>
            <Upload accept={DOCX} showUploadList={false} beforeUpload={upload}>
              <Button type="primary" loading={change.replace.isPending}>
                {t('templateReplace')}
              </Button>
            </Upload>
          </>
        }
      />
      {refused && (
        <Alert
          type="error"
          showIcon
          title={t('templateRefused')}
          description={
            <ul>
              {refused.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          }
        />
      )}
      <Deviations of={of} />
      <Versions of={of} onUse={(n) => change.use.mutate(n)} />
      <FieldList of={of} />
    </>
  );
}

function Versions({ of, onUse }: { of: Templates; onUse: (versionNo: number) => void }) {
  const { t } = useTranslation('publication');
  const all = [...of.versions, undefined];
  return (
    <Section title={t('versions')} note={t('versionsNote')} flush>
      <PlainTable
        label={t('versions')}
        columns={[
          { title: t('version') },
          { title: t('file') },
          { title: t('uploaded') },
          { title: t('deeds') },
        ]}
        rows={all.map((version) => {
          const n = version?.versionNo ?? 0;
          const name = version ? t('versionNo', { n: number(n) }) : t('templateShipped');
          return {
            key: String(n),
            cells: [
              name,
              version?.fileName ?? t('shippedNote'),
              version ? `${version.uploaderName} ${moment(version.uploadedAt)}` : '',
              <span key="deeds">
                <Button
                  size="small"
                  type="link"
                  href={templateHref(of.kind, 'preview', n)}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={`${t('templatePreview')} ${name}`}
                >
                  {t('templatePreview')}
                </Button>
                {of.inUse === n ? (
                  t('inUse')
                ) : (
                  <Button size="small" aria-label={`${t('use')} ${name}`} onClick={() => onUse(n)}>
                    {t('use')}
                  </Button>
                )}
              </span>,
            ],
          };
        })}
      />
    </Section>
  );
}
