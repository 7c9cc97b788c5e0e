import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { moment, schoolYear } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import type { ImportRow, Run } from '../api/desk';
import styles from './desk.module.css';

const WAITS: Record<string, string> = {
  NEEDS_MAPPING: 'waiting.map',
  CHECKED: 'waiting.commit',
  UPLOADED: 'waiting.upload',
};

interface Props {
  imports: ImportRow[];
  runs: Run[];
  year: number;
  /** Figures are there, nothing is computed yet, and the reader may compute. */
  toCompute: boolean;
}

/** What waits for the reader, oldest first. */
export function Waiting({ imports, runs, year, toCompute }: Props) {
  const { t } = useTranslation('desk');
  const keep = useKeepContext();
  const open = imports.filter((one) => one.state in WAITS).reverse();
  const missing = runs
    .slice(0, 1)
    .flatMap((run) =>
      run.stages
        .filter((stage) => stage.verdict === 'WITHHELD' && stage.missing.length > 0)
        .map((stage) => ({ run, stage })),
    );
  if (open.length === 0 && missing.length === 0 && !toCompute) return <p>{t('waiting.none')}</p>;
  return (
    <ul className={styles.list}>
      {open.map((one) => (
        <li key={one.id}>
          <Link to={keep(`/imports/${one.id}`)}>
            {t(WAITS[one.state] ?? '', {
              file: one.fileName,
              clean: number(one.rowsClean),
              errors: number(one.rowsWithErrors),
            })}
          </Link>
          <small>{t('waiting.since', { time: moment(one.createdAt) })}</small>
        </li>
      ))}
      {missing.map(({ run, stage }) => (
        <li key={`${run.id}${stage.stage}`}>
          <Link to={keep(`/balance?framework=${run.frameworkId}&stage=${stage.stage}`)}>
            {t('waiting.missing', { stage: t(`common:stage.${stage.stage}`), count: stage.missing.length })}
          </Link>
          <small>{t('waiting.since', { time: moment(run.createdAt) })}</small>
        </li>
      ))}
      {toCompute && (
        <li>
          <Link to={keep('/balance')}>{t('waiting.compute', { year: schoolYear(year) })}</Link>
        </li>
      )}
    </ul>
  );
}
