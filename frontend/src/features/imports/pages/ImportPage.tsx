import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { JobProgress } from '@/components/states/JobProgress';
import { QueryView } from '@/components/states/QueryView';
import { problemMessage } from '@/lib/api/problem';
import { moment, schoolYear } from '@/lib/format/dates';
import { useKeepContext } from '@/lib/url/workContext';
import { importKey, importQuery, type Import } from '../api/import';
import { useImportSteps } from '../api/steps';
import { CheckStep } from '../components/CheckStep';
import { DoneStep } from '../components/DoneStep';
import { MapStep } from '../components/MapStep';
import { StateMark } from '../components/StateMark';
import { Steps, type Step } from '../components/Steps';

const stepOf: Record<string, Step> = {
  NEEDS_MAPPING: 'map',
  UPLOADED: 'check',
  CHECKING: 'check',
  CHECKED: 'commit',
  COMMITTING: 'commit',
};

/** An import wherever it stands; the server knows, so a reload or another computer goes on from there. */
export function ImportPage() {
  const { id = '' } = useParams();
  const query = useQuery(importQuery(id));
  return <QueryView query={query}>{(record) => <At record={record} />}</QueryView>;
}

function At({ record }: { record: Import }) {
  const { t } = useTranslation('imports');
  const keep = useKeepContext();
  const [remapping, setRemapping] = useState(false);
  const mapping = record.state === 'NEEDS_MAPPING' || (remapping && record.state === 'CHECKED');
  return (
    <>
      <PageHeader
        title={record.fileName}
        back={{ to: keep('/imports'), label: t('wizard.back') }}
        tags={<StateMark state={record.state} />}
        state={[
          t(`kind.${record.kind}`),
          record.year ? schoolYear(record.year) : undefined,
          record.createdBy,
          moment(record.createdAt),
        ]
          .filter(Boolean)
          .join(' · ')}
      />
      <Steps at={mapping ? 'map' : (stepOf[record.state] ?? 'done')} />
      {mapping ? (
        <MapStep key={record.state} record={record} />
      ) : record.state === 'UPLOADED' ? (
        <AutoCheck record={record} />
      ) : record.state === 'CHECKING' || record.state === 'COMMITTING' ? (
        <Working record={record} onStart={() => setRemapping(false)} />
      ) : record.state === 'CHECKED' ? (
        <CheckStep record={record} onRemap={() => setRemapping(true)} />
      ) : (
        <DoneStep record={record} />
      )}
    </>
  );
}

/** A file whose headers were all recognised goes straight on to the check. */
function AutoCheck({ record }: { record: Import }) {
  const { t } = useTranslation('imports');
  const { message } = App.useApp();
  const { check } = useImportSteps(record.id);
  const asked = useRef(false);
  const { mutate } = check;
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    mutate(undefined, { onError: (error) => void message.error(problemMessage(error, t)) });
  }, [mutate, message, t]);
  return <MapStep record={record} />;
}

function Working({ record, onStart }: { record: Import; onStart: () => void }) {
  const { t } = useTranslation('imports');
  const client = useQueryClient();
  useEffect(onStart, [onStart]);
  return (
    <Section>
      {record.jobId && (
        <JobProgress
          key={record.jobId}
          jobId={record.jobId}
          label={t(record.state === 'CHECKING' ? 'check.running' : 'commit.running')}
          onEnd={() => void client.invalidateQueries({ queryKey: importKey(record.id) })}
        />
      )}
    </Section>
  );
}
