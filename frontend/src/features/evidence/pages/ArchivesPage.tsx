import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, InputNumber, Modal, Progress, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { QueryView } from '@/components/states/QueryView';
import { Empty, NoPermission } from '@/components/states/States';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { number } from '@/lib/format/numbers';
import { useKeepContext, useWorkContext } from '@/lib/url/workContext';
import { archivesQuery, templatesQuery, useOpenArchive, type ArchiveSummary } from '../api/evidence';
import styles from '../components/evidence.module.css';

/** Archive catalogues of the region, and how far each is. */
export function ArchivesPage() {
  const { t } = useTranslation('evidence');
  const may = usePermission();
  const [opening, setOpening] = useState(false);
  const allowed = may('archive:read');
  const query = useQuery({ ...archivesQuery, enabled: allowed });
  if (!allowed) return <NoPermission />;
  return (
    <>
      <PageHeader
        title={t('archives')}
        state={query.data && t('archivesState', { n: number(query.data.length) })}
        actions={
          may('archive:write') && (
            <Button type="primary" onClick={() => setOpening(true)}>
              {t('openArchive')}
            </Button>
          )
        }
      />
      <QueryView query={query}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={t('archivesNone')}>{t('archivesNoneHint')}</Empty>
          ) : (
            <ul className={styles.archives}>
              {all.map((one) => (
                <Card key={one.id} one={one} />
              ))}
            </ul>
          )
        }
      </QueryView>
      {opening && <OpenModal onClose={() => setOpening(false)} />}
    </>
  );
}

function Card({ one }: { one: ArchiveSummary }) {
  const { t, i18n } = useTranslation('evidence');
  const keep = useKeepContext();
  const name = i18n.language === 'en' ? one.nameEn : one.nameZh;
  const missing = one.items - one.complete;
  return (
    <li>
      <Section>
        <h2 className={styles.archiveName}>
          <Link to={keep(`/archives/${one.id}`)}>{t('archiveOf', { year: one.year, name })}</Link>
        </h2>
        <p>{one.regionName}</p>
        <Progress
          percent={Math.floor((one.complete / Math.max(1, one.items)) * 100)}
          showInfo={false}
          aria-label={t('complete', { n: number(one.complete), all: number(one.items) })}
        />
        <p>
          {t('complete', { n: number(one.complete), all: number(one.items) })}
          {missing > 0 && ` · ${t('missing', { n: number(missing) })}`}
          {one.openAsks > 0 && ` · ${t('openAsks', { n: number(one.openAsks) })}`}
        </p>
      </Section>
    </li>
  );
}

function OpenModal({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation('evidence');
  const { message } = App.useApp();
  const { region, year } = useWorkContext();
  const keep = useKeepContext();
  const navigate = useNavigate();
  const [form] = Form.useForm<{ template: string; year: number }>();
  const template = Form.useWatch('template', form);
  const templates = useQuery(templatesQuery);
  const open = useOpenArchive();
  const chosen = templates.data?.find((one) => one.code === template);
  return (
    <Modal
      open
      title={t('openArchive')}
      okText={t('openArchive')}
      confirmLoading={open.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ template: 'BASIC_BALANCE', year }}
        onFinish={(fields) =>
          open.mutate(
            { ...fields, regionCode: region },
            {
              onSuccess: (archive) => void navigate(keep(`/archives/${archive.summary.id}`)),
              onError: (error) => void message.error(problemMessage(error, t), 8),
            },
          )
        }
      >
        <Form.Item name="template" label={t('template')}>
          <Select
            options={(templates.data ?? []).map((one) => ({
              value: one.code,
              label: i18n.language === 'en' ? one.nameEn : one.nameZh,
            }))}
          />
        </Form.Item>
        <Form.Item name="year" label={t('year')} rules={[{ required: true, message: t('yearNeeded') }]}>
          <InputNumber min={1949} max={2200} />
        </Form.Item>
      </Form>
      {chosen && (
        <div className={styles.source}>
          <p>{t('source', { title: chosen.source.title })}</p>
          <p>{t('unverified')}</p>
          <ul>
            {chosen.source.unverified.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
    </Modal>
  );
}
