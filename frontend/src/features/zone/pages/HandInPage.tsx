import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FileDrop } from '@/components/files/FileDrop';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { Mark } from '@/components/states/Mark';
import { NoPermission } from '@/components/states/States';
import { PlainTable } from '@/components/table/PlainTable';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { moment } from '@/lib/format/dates';
import { MISSING, number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import type { ExportedRecord } from '@/lib/visits/exported';
import {
  filesOf,
  handIn,
  NotExported,
  open,
  receivedBefore,
  type Fault,
  type Opened,
  type Outcome,
} from '../components/handIn';
import styles from '../components/zone.module.css';

type State =
  | { at: 'sending' }
  | { at: 'before'; receivedAt: string }
  | { at: 'received'; outcome: Outcome }
  | { at: 'failed'; message: string };

/** The office hands in what a phone could not send, for the person who made it. */
export function HandInPage() {
  const { t } = useTranslation('zone');
  const may = usePermission();
  const keep = useKeepContext();
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [opened, setOpened] = useState<Opened>();
  const [fault, setFault] = useState<Fault>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [states, setStates] = useState<ReadonlyMap<string, State>>(new Map());
  const [sending, setSending] = useState(false);
  if (!may('visit:handIn')) return <NoPermission />;

  const choose = async (one: File) => {
    setFile(one);
    setOpened(undefined);
    setFault(undefined);
    setStates(new Map());
    try {
      const found = await open(one);
      const before = new Map<string, State>();
      await Promise.all(
        found.index.records.map(async (r) => {
          const first = await receivedBefore(r);
          if (first) before.set(r.id, { at: 'before', receivedAt: first.receivedAt });
        }),
      );
      setStates(before);
      setChosen(new Set(found.index.records.filter((r) => !r.draft && !before.has(r.id)).map((r) => r.id)));
      setOpened(found);
    } catch (error) {
      if (!(error instanceof NotExported)) throw error;
      setFault(error.fault);
    }
  };
  const records = opened?.index.records ?? [];
  const whole = (id: string) => {
    const state = states.get(id);
    return state?.at === 'received' && state.outcome.missing.length === 0;
  };
  const todo = records.filter((r) => chosen.has(r.id) && !whole(r.id));
  const send = async (from: Opened) => {
    setSending(true);
    const tell = (id: string, state: State) => setStates((all) => new Map(all).set(id, state));
    for (const record of todo) {
      tell(record.id, { at: 'sending' });
      try {
        tell(record.id, { at: 'received', outcome: await handIn(from, record) });
      } catch (error) {
        tell(record.id, { at: 'failed', message: problemMessage(error, t) });
      }
    }
    setSending(false);
    await client.invalidateQueries({ queryKey: ['zone'] });
  };
  const tick = (record: ExportedRecord, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(record.id);
    else next.delete(record.id);
    setChosen(next);
  };
  const word = (record: ExportedRecord) => {
    const state = states.get(record.id);
    if (state?.at === 'sending') return <Mark tone="accent">{t('handIn.sending')}</Mark>;
    if (state?.at === 'before')
      return <Mark tone="done">{t('handIn.before', { at: moment(state.receivedAt) })}</Mark>;
    if (state?.at === 'failed')
      return (
        <span role="alert">
          <Mark tone="failing">{t('handIn.failed')}</Mark> {state.message}
        </span>
      );
    if (state?.at === 'received')
      return (
        <>
          <Mark tone={whole(record.id) ? 'done' : 'dueSoon'}>
            {t('handIn.received', { at: moment(state.outcome.receipt.receivedAt) })}
          </Mark>{' '}
          {state.outcome.missing.map(({ file: lost, problem }) => (
            <div key={lost.id}>
              {t('handIn.fileMissing', {
                name: lost.name,
                why: problem ? problemMessage(problem, t) : t('handIn.notInFile'),
              })}
            </div>
          ))}
        </>
      );
    return record.draft ? (
      <Mark tone="dueSoon">{t('handIn.draft')}</Mark>
    ) : (
      <Mark tone="quiet">{t('handIn.waiting')}</Mark>
    );
  };
  const arrived = (id: string) => ['received', 'before'].includes(states.get(id)?.at ?? '');
  const received = records.filter((r) => arrived(r.id)).length;

  return (
    <>
      <PageHeader
        title={t('handIn.title')}
        state={
          opened
            ? t('handIn.state', {
                name: opened.index.name,
                at: moment(opened.index.exportedAt),
                n: number(records.length),
                received: number(received),
              })
            : t('handIn.lead')
        }
        back={{ to: keep('/visits'), label: t('visits.title') }}
        actions={
          opened && (
            <Button type="primary" disabled={sending || todo.length === 0} onClick={() => void send(opened)}>
              {t('handIn.do', { n: number(todo.length) })}
            </Button>
          )
        }
      />
      <Section>
        <FileDrop
          file={file}
          label={t('handIn.file')}
          hint={t('handIn.hint')}
          accept=".zip"
          onFile={(one) => void choose(one)}
        />
        {fault && <Alert className={styles.fault} type="error" showIcon title={t(`handIn.fault.${fault}`)} />}
      </Section>
      {opened && (
        <Section title={t('handIn.records')} note={t('handIn.note')}>
          {records.length === 0 && <p>{t('handIn.none')}</p>}
          {records.length > 0 && (
            <PlainTable
              label={t('handIn.records')}
              cards
              columns={[
                { title: t('school') },
                { title: t('visits.kind') },
                { title: t('handIn.startedAt') },
                { title: t('handIn.findings'), numeric: true },
                { title: t('handIn.files'), numeric: true },
                { title: t('visits.state') },
              ]}
              rows={records.map((record) => ({
                key: record.id,
                cells: [
                  <Checkbox
                    key="tick"
                    checked={chosen.has(record.id)}
                    disabled={sending || whole(record.id)}
                    onChange={(event) => tick(record, event.target.checked)}
                  >
                    {arrived(record.id) ? (
                      <Link to={keep(`/visits/${record.visitId}`)}>{record.schoolName}</Link>
                    ) : (
                      record.schoolName
                    )}
                  </Checkbox>,
                  t(`visits.kinds.${record.kind}`),
                  moment(record.startedAt),
                  record.findings?.length ? number(record.findings.length) : MISSING,
                  number(filesOf(opened.index, record.id).length),
                  word(record),
                ],
              }))}
            />
          )}
        </Section>
      )}
    </>
  );
}
