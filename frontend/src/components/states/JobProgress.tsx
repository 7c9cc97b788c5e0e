import { Progress } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isRunning, jobQuery, type Job } from '@/lib/api/jobs';
import { number } from '@/lib/format/numbers';
import { ErrorState } from './States';
import styles from './JobProgress.module.css';

interface Props {
  jobId: string;
  label: string;
  onEnd?: (job: Job) => void;
}

/** A job under way: how far, what can be done meanwhile, and how it ended. Safe to leave and come back to. */
export function JobProgress({ jobId, label, onEnd }: Props) {
  const { t } = useTranslation();
  const query = useQuery(jobQuery(jobId));
  const job = query.data;
  const ended = useRef(false);
  useEffect(() => {
    if (job && !isRunning(job) && !ended.current) {
      ended.current = true;
      onEnd?.(job);
    }
  }, [job, onEnd]);

  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const total = job?.total ?? 0;
  const done = job?.done ?? 0;
  const percent = total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 0;
  const failed = job?.state === 'FAILED' || job?.state === 'INTERRUPTED';
  return (
    <div className={styles.job} role="status">
      <div className={styles.line}>
        <strong>{label}</strong>
        <span className="dd-num">
          {job ? t(`job.${job.state ?? 'QUEUED'}`) : t('job.QUEUED')}
          {total > 0 && ` · ${number(done)} / ${number(total)}`}
        </span>
      </div>
      <Progress
        percent={job?.state === 'SUCCEEDED' ? 100 : percent}
        status={failed ? 'exception' : isRunning(job) ? 'active' : 'normal'}
        showInfo={false}
        aria-label={label}
      />
      <div className={styles.hint}>{job?.message ?? (isRunning(job) || !job ? t('job.leave') : '')}</div>
    </div>
  );
}
