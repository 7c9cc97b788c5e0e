import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { FileStrip } from '@/components/evidence/PhotoStrip';
import { DatePicker } from '@/components/forms/DatePicker';
import { DownloadButton } from '@/components/layout/DownloadButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { SummaryList } from '@/components/layout/SummaryList';
import { QueryView } from '@/components/states/QueryView';
import { contentOf, publishedOf } from '@/lib/api/files';
import { useToday } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { date, moment } from '@/lib/format/dates';
import { fileSize, MISSING, number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import { fileQuery, useDelete, useDescribe, type FileDetail } from '../api/evidence';
import styles from '../components/evidence.module.css';

/** One file: what it shows, when and from whom it came, what it proves. */
export function FilePage() {
  const { id = '' } = useParams();
  const query = useQuery(fileQuery(id));
  return <QueryView query={query}>{(detail) => <View detail={detail} />}</QueryView>;
}

function View({ detail: { file, uses } }: { detail: FileDetail }) {
  const { t } = useTranslation('evidence');
  const keep = useKeepContext();
  const [editing, setEditing] = useState(false);
  const now = uses.filter((use) => !use.detachedAt);
  return (
    <>
      <PageHeader
        back={{ to: keep('/evidence'), label: t('title') }}
        title={file.name}
        state={
          now.length > 0
            ? t('usedBy', { n: number(now.length) })
            : file.sweptOn
              ? t('sweptOn', { date: date(file.sweptOn) })
              : t('usedNo')
        }
        actions={
          <>
            {file.mine && <Button onClick={() => setEditing(true)}>{t('describe')}</Button>}
            {file.mine && file.sweptOn && <DeleteButton file={file} />}
            {file.published && <DownloadButton from={publishedOf(file.id)}>{t('published')}</DownloadButton>}
            {file.readable && (
              <DownloadButton type="primary" from={contentOf(file.id, true)}>
                {t('common:files.download')}
              </DownloadButton>
            )}
          </>
        }
      />
      <div className={styles.columns}>
        <Section title={t('about')}>
          <FileStrip files={[file]} label={file.name} />
          {undrawn(file) && <p className="dd-faint">{t(`undrawn.${undrawn(file)}`)}</p>}
          <SummaryList
            items={[
              { key: 'kind', label: t('kind'), value: `${t(`kinds.${file.kind}`)} · ${file.mediaType}` },
              { key: 'factOn', label: t('factOn'), value: date(file.factOn) },
              { key: 'uploadedAt', label: t('uploadedAt'), value: moment(file.uploadedAt) },
              { key: 'receivedAt', label: t('receivedAt'), value: moment(file.receivedAt) },
              ...(file.kind === 'PHOTO'
                ? [
                    { key: 'takenAt', label: t('takenAt'), value: moment(file.takenAt) },
                    {
                      key: 'pixels',
                      label: t('pixels'),
                      value: file.width ? `${number(file.width)} × ${number(file.height)}` : MISSING,
                    },
                  ]
                : []),
              { key: 'uploader', label: t('uploader'), value: file.uploaderName },
              { key: 'size', label: t('size'), value: fileSize(file.size) },
              { key: 'scan', label: t('scan'), value: t(`scans.${file.scan}`, { name: file.signature }) },
              { key: 'note', label: t('note'), value: file.note ?? MISSING },
              { key: 'sha', label: t('sha'), value: <code className={styles.sha}>{file.sha256}</code> },
            ]}
          />
        </Section>
        <Section title={t('uses')} note={t('usesNote')}>
          {uses.length === 0 ? (
            <p>{t('usesNone')}</p>
          ) : (
            <ul className={styles.uses}>
              {uses.map((use) => (
                <li key={`${use.path}${use.attachedAt}`} data-over={use.detachedAt ? true : undefined}>
                  {use.path ? <Link to={keep(use.path)}>{use.text}</Link> : use.text}
                  <small>{t('attached', { name: use.attacherName, time: moment(use.attachedAt) })}</small>
                  {use.detachedAt && (
                    <small>
                      {t('detached', {
                        name: use.detacherName,
                        time: moment(use.detachedAt),
                        reason: use.detachedFor ?? MISSING,
                      })}
                    </small>
                  )}
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
      {editing && <Describe file={file} onClose={() => setEditing(false)} />}
    </>
  );
}

/** Why a photo has no small picture; undefined when it has one, or one may still be made. */
function undrawn(file: FileDetail['file']): 'heic' | 'large' | undefined {
  if (file.kind !== 'PHOTO' || file.thumbnail || !file.readable) return undefined;
  if (/^image\/hei[cf]$/.test(file.mediaType)) return 'heic';
  return file.width === null ? undefined : 'large';
}

/** For what was sent by mistake: one's own, proving nothing. */
function DeleteButton({ file }: { file: FileDetail['file'] }) {
  const { t } = useTranslation('evidence');
  const { modal, message } = App.useApp();
  const keep = useKeepContext();
  const navigate = useNavigate();
  const remove = useDelete(file);
  const ask = () =>
    modal.confirm({
      title: t('deleteName', { name: file.name }),
      content: t('deleteHint'),
      okText: t('delete'),
      okButtonProps: { danger: true },
      onOk: () =>
        remove
          .mutateAsync()
          .then(() => {
            void message.success(t('deleted', { name: file.name }));
            return navigate(keep('/evidence'));
          })
          .catch((error: unknown) => void message.error(problemMessage(error, t), 8)),
    });
  return (
    <Button danger onClick={ask}>
      {t('delete')}
    </Button>
  );
}

interface Fields {
  name: string;
  factOn?: Dayjs | null;
  note?: string;
}

function Describe({ file, onClose }: { file: FileDetail['file']; onClose: () => void }) {
  const { t } = useTranslation('evidence');
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const describe = useDescribe(file);
  const today = useToday();
  return (
    <Modal
      open
      title={t('describe')}
      okText={t('save')}
      onCancel={onClose}
      onOk={() => form.submit()}
      confirmLoading={describe.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          name: file.name,
          factOn: file.factOn ? dayjs(file.factOn) : null,
          note: file.note ?? '',
        }}
        onFinish={({ name, factOn, note }) =>
          describe.mutate(
            { name, factOn: factOn?.format('YYYY-MM-DD'), note: note || undefined },
            {
              onSuccess: onClose,
              onError: (error) => void message.error(problemMessage(error, t), 8),
            },
          )
        }
      >
        <Form.Item name="name" label={t('name')} rules={[{ required: true, message: t('nameNeeded') }]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="factOn" label={t('factOn')}>
          <DatePicker maxDate={dayjs(today)} />
        </Form.Item>
        <Form.Item name="note" label={t('note')}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
