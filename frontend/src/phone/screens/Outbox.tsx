import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { moment } from '@/lib/format/dates';
import { useOnce } from '@/lib/useOnce';
import { Screen, useUnsent, useUnsentWords } from '../components/Screen';
import styles from '../phone.module.css';
import { send, useStanding } from '../runtime';
import { dropRefused, refusedOf } from '../store/files';
import { asNew, move } from '../store/records';
import { phoneDay } from '../today';
import { useFilesLeft, useRecords, type Left, type Listed } from '../useOpened';
import { useOnline } from '../useOnline';
import { usePerson } from '../usePerson';

const SHOWN_RECEIVED = 30;
/** The server knows the record with other words: it can only go as another one. */
const TAKEN = 'zone.record.taken';

/** What the server has not acknowledged, and what it has. */
export function Outbox() {
  const { t } = useTranslation('phone');
  const person = usePerson();
  const online = useOnline();
  const { sending } = useStanding();
  const records = useRecords(person) ?? [];
  const left = useFilesLeft(person);
  const unsent = useUnsent();
  const words = useUnsentWords();
  const [exporting, setExporting] = useState(false);
  const waiting = records.filter(({ row }) => ['ready', 'sent', 'rejected'].includes(row.state));
  const drafts = records.filter(({ row }) => row.state === 'draft');
  const received = records.filter(({ row }) => row.state === 'received');
  const late = received.filter(({ row }) => left.has(row.id));
  const done = received.filter(({ row }) => !left.has(row.id)).slice(0, SHOWN_RECEIVED);
  const save = useOnce(async () => {
    setExporting(true);
    const { exported } = await import('../queue/export');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await exported(person));
    link.download = `${t('outbox.fileName')}-${person.name}-${phoneDay()}.zip`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    setExporting(false);
  });
  const list = (title: string, entries: Listed[]) =>
    entries.length > 0 && (
      <section className={styles.section}>
        <h2>{title}</h2>
        <ul className={styles.list}>
          {entries.map((entry) => (
            <Entry key={entry.row.id} entry={entry} files={left.get(entry.row.id)} />
          ))}
        </ul>
      </section>
    );
  return (
    <Screen
      title={t('outbox.title')}
      foot={
        waiting.length + late.length > 0 && (
          <button
            type="button"
            className={`${styles.button} ${styles.main}`}
            disabled={!online || sending}
            onClick={() => void send()}
          >
            {t('outbox.now')}
          </button>
        )
      }
    >
      <p role="status">
        {unsent !== undefined &&
          (unsent.all > 0 ? t('line.waiting', { what: words(unsent) }) : t('outbox.none'))}
      </p>
      {list(t('outbox.waiting'), [...waiting, ...late])}
      {list(t('outbox.drafts'), drafts)}
      {Boolean(unsent?.all) && (
        <section className={styles.section}>
          <button type="button" className={styles.button} disabled={exporting} onClick={save}>
            {t('outbox.export')}
          </button>
          <p className={styles.soft}>{t('outbox.exportHint')}</p>
        </section>
      )}
      {list(t('outbox.received'), done)}
    </Screen>
  );
}

function Entry({ entry: { row, draft }, files }: { entry: Listed; files: Left | undefined }) {
  const { t } = useTranslation('phone');
  const navigate = useNavigate();
  const person = usePerson();
  const open = (id: string | undefined) => id && void navigate(`/records/${id}`);
  const edit = useOnce(async () => {
    if (row.state === 'draft' || (await move(row.id, 'draft'))) open(row.id);
  });
  const renew = useOnce(async () => open(await asNew(person, row.id)));
  const editable = row.state === 'draft' || row.state === 'ready' || row.state === 'rejected';
  const taken = row.state === 'rejected' && row.refusal?.code === TAKEN;
  return (
    <li>
      <div className={styles.entry}>
        <span>
          <span className={styles.strong}>{draft.schoolName}</span>
          <span className={styles.soft}>
            {moment(draft.startedAt)} · {t(`kind.${draft.kind}`)}
          </span>
          {row.state === 'rejected' && row.refusal && (
            <span role="alert" className={`${styles.strong} ${styles.late}`}>
              ! {row.refusal.message}
            </span>
          )}
          <Standing state={row.state} files={files} receivedAt={row.receivedAt} />
          {files && files.refused > 0 && <Refused record={row.id} />}
        </span>
        {editable && !taken && (
          <button type="button" className={`${styles.button} ${styles.small}`} onClick={edit}>
            {t('outbox.edit')}
          </button>
        )}
        {taken && (
          <button type="button" className={`${styles.button} ${styles.small}`} onClick={renew}>
            {t('outbox.asNew')}
          </button>
        )}
      </div>
    </li>
  );
}

/** Where a record stands, in one line: it has arrived only when its attachments have, too. */
function Standing({
  state,
  files,
  receivedAt,
}: {
  state: Listed['row']['state'];
  files: Left | undefined;
  receivedAt: string | null | undefined;
}) {
  const { t } = useTranslation('phone');
  const left = files?.left ?? 0;
  if (state !== 'received')
    return (
      <span className={styles.block}>
        {t(`outbox.state.${state}`)}
        {left > 0 && ` · ${t('outbox.with', { count: left })}`}
      </span>
    );
  if (left > 0) return <span className={styles.block}>{t('outbox.textOnly', { count: left })}</span>;
  if (files?.refused) return <span className={styles.block}>{t('outbox.state.notTaken')}</span>;
  return (
    <span className={`${styles.block} ${styles.done}`}>
      ✓ {t('outbox.state.received')}
      {receivedAt && ` · ${moment(receivedAt)}`}
    </span>
  );
}

/** Files of a record that were not taken: which, why, and a way to let go of them. */
function Refused({ record }: { record: string }) {
  const { t } = useTranslation('phone');
  const files = useLiveQuery(() => refusedOf(record), [record]) ?? [];
  return (
    <>
      {files.map((file) => (
        <span key={file.id} className={styles.block} role="alert">
          <span className={`${styles.strong} ${styles.late}`}>
            ! {t('outbox.fileRefused', { name: file.name, why: file.refusal ?? '' })}
          </span>{' '}
          <button
            type="button"
            className={`${styles.button} ${styles.small}`}
            onClick={() => void dropRefused(file.id)}
          >
            {t('outbox.dropFile', { name: file.name })}
          </button>
        </span>
      ))}
    </>
  );
}
