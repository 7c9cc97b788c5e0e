import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Mark, type Tone } from '@/components/states/Mark';
import type { Job } from '@/lib/api/jobs';
import { moment } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import styles from './desk.module.css';

const SHOWN = 6;
const tone: Record<Job['state'], Tone> = {
  QUEUED: 'quiet',
  RUNNING: 'accent',
  SUCCEEDED: 'done',
  FAILED: 'failing',
  INTERRUPTED: 'failing',
};

function kindKey(kind: string): string {
  const known: [RegExp, string][] = [
    [/import.*check/i, 'importCheck'],
    [/import.*commit/i, 'importCommit'],
    [/roll-?up/i, 'rollup'],
    [/^publication\./, 'document'],
  ];
  return known.find(([pattern]) => pattern.test(kind))?.[1] ?? 'other';
}

/** Long work of the reader's: under way with how far it is, ended with how it ended. */
export function Jobs({ jobs }: { jobs: Job[] }) {
  const { t } = useTranslation('desk');
  if (jobs.length === 0) return <p>{t('jobs.none')}</p>;
  return (
    <ul className={styles.list}>
      {jobs.slice(0, SHOWN).map((job) => (
        <li key={job.id}>
          <span>
            {t(`jobs.kind.${kindKey(job.kind)}`)}{' '}
            <Mark plain tone={tone[job.state]}>
              {t(`common:job.${job.state}`)}
              {job.state === 'RUNNING' && job.total > 0 && ` ${number(job.done)} / ${number(job.total)}`}
            </Mark>
          </span>
          {job.subject && <Subject job={job} />}
          {job.message && job.state !== 'SUCCEEDED' && <small>{job.message}</small>}
          <small>{moment(job.finishedAt ?? job.createdAt)}</small>
        </li>
      ))}
    </ul>
  );
}

const PAGES: [RegExp, (id: string) => string][] = [
  [/^import/, (id) => `/imports/${id}`],
  [/roll-?up/i, () => '/rollup'],
  [/^publication\./, (id) => `/documents/${id}`],
];

/** What the job is about, leading there. */
function Subject({ job }: { job: Job }) {
  const keep = useKeepContext();
  const page = PAGES.find(([kind]) => kind.test(job.kind))?.[1];
  return page && job.subjectId ? (
    <Link to={keep(page(job.subjectId))}>{job.subject}</Link>
  ) : (
    <span>{job.subject}</span>
  );
}
