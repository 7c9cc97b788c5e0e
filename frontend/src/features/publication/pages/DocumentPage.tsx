import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { DownloadButton } from '@/components/layout/DownloadButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { SummaryList } from '@/components/layout/SummaryList';
import { QueryView } from '@/components/states/QueryView';
import { pdfHref, type Document } from '@/lib/api/documents';
import { usePermission, type Permission } from '@/lib/api/me';
import { date, moment } from '@/lib/format/dates';
import { MISSING } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import { useKeepContext } from '@/lib/url/workContext';
import { documentQuery } from '../api/documents';
import { DocumentDeeds } from '../components/DocumentDeeds';
import { DocumentMark } from './RegisterPage';

/** One document: its facts, its receipt, the paper as PDF and docx. */
export function DocumentPage() {
  const { id = '' } = useParams();
  const query = useQuery(documentQuery(id));
  return <QueryView query={query}>{(document) => <View document={document} />}</QueryView>;
}

/** Where what a document is about is worked on, and who may go there. */
function sourceOf(document: Document): { to: string; label: string; needs: Permission } {
  if (document.kind === 'APPOINTMENT_LETTER') {
    const to = `/inspectors?q=${encodeURIComponent(document.unitName)}`;
    return { to, label: 'theAppointment', needs: 'inspector:read' };
  }
  if (document.kind === 'KEY_POINTS') {
    return { to: '/key-points', label: 'theKeyPoints', needs: 'visitplan:read' };
  }
  return document.findingId
    ? { to: `/rectification/findings/${document.findingId}`, label: 'theFinding', needs: 'finding:read' }
    : { to: `/rectification/notices/${document.subjectId}`, label: 'theNotice', needs: 'finding:read' };
}

function View({ document }: { document: Document }) {
  const { t } = useTranslation('publication');
  const named = useNamed();
  const keep = useKeepContext();
  const may = usePermission();
  const ready = document.fileState === 'READY';
  const source = sourceOf(document);
  return (
    <>
      <PageHeader
        back={{ to: keep('/documents'), label: t('register') }}
        title={document.title}
        tags={<DocumentMark document={document} />}
        state={document.number ?? t('slip')}
        actions={
          <>
            <DocumentDeeds document={document} />
            {ready && (
              <>
                <DownloadButton from={`/api/v1/publication/documents/${document.id}/docx`}>
                  {t('docx')}
                </DownloadButton>
                <Button type="primary" href={pdfHref(document.id)} target="_blank" rel="noreferrer">
                  {t('pdf')}
                </Button>
              </>
            )}
          </>
        }
      />
      <FileState document={document} />
      <Section title={t('facts')}>
        <SummaryList
          columns={2}
          items={[
            {
              key: 'kind',
              label: t('kind'),
              value: named({ nameZh: document.kindName, nameEn: document.kindNameEn }),
            },
            { key: 'number', label: t('number'), value: document.number ?? t('slip') },
            { key: 'unit', label: t('unit'), value: document.unitName },
            { key: 'recipients', label: t('recipients'), value: document.recipients },
            { key: 'approver', label: t('approver'), value: document.approverName || MISSING },
            { key: 'issued', label: t('issuedOn'), value: date(document.issuedOn) },
            {
              key: 'served',
              label: t('servedOn'),
              value: document.servedOn ? date(document.servedOn) : t('notServed'),
            },
            ...(document.publishedOn
              ? [{ key: 'published', label: t('publishedOn'), value: date(document.publishedOn) }]
              : []),
            { key: 'receipt', label: t('receipt'), value: document.receiptName ?? MISSING },
            {
              key: 'template',
              label: t('template'),
              value: t(document.ownTemplate ? 'templateOwn' : 'templateShipped'),
            },
            { key: 'registered', label: t('registeredAt'), value: moment(document.registeredAt) },
            {
              key: 'source',
              label: t('source'),
              value: may(source.needs) ? (
                <Link to={keep(source.to)}>{t(source.label)}</Link>
              ) : (
                t(source.label)
              ),
            },
            ...(document.state === 'WITHDRAWN'
              ? [
                  {
                    key: 'withdrawn',
                    label: t('withdrawnFor'),
                    value: `${document.withdrawnOn ? `${date(document.withdrawnOn)} ` : ''}${document.withdrawnFor}`,
                  },
                ]
              : []),
          ]}
        />
      </Section>
    </>
  );
}

function FileState({ document }: { document: Document }) {
  const { t } = useTranslation('publication');
  switch (document.fileState) {
    case 'PENDING':
      return <Alert type="info" showIcon title={t('files.PENDING')} role="status" />;
    case 'FAILED':
      return <Alert type="error" showIcon title={t('files.FAILED')} description={document.fileProblem} />;
    case 'NONE':
      return <Alert type="info" showIcon title={t('files.NONE')} />;
    case 'READY':
      return null;
  }
}
