import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Mark } from '@/components/states/Mark';
import { date, moment, schoolYear } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import type { ImportRow, Run, Waits } from '../api/desk';
import styles from './desk.module.css';

const WAITS: Record<string, string> = {
  NEEDS_MAPPING: 'waiting.map',
  CHECKED: 'waiting.commit',
  UPLOADED: 'waiting.upload',
};

const NOTICES = new Set(['APPROVE_NOTICE', 'SERVE_NOTICE', 'RECEIVE_NOTICE']);

interface Props {
  /** Findings and notices, by due date. */
  rectification: Waits[];
  imports: ImportRow[];
  runs: Run[];
  year: number;
  /** Figures are there, nothing is computed yet, and the reader may compute. */
  toCompute: boolean;
}

/** What waits for the reader: first what has a due date, then the oldest. */
export function Waiting({ rectification, imports, runs, year, toCompute }: Props) {
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
  if (rectification.length + open.length + missing.length === 0 && !toCompute)
    return <p>{t('waiting.none')}</p>;
  return (
    <ul className={styles.list}>
      {rectification.map((one) => (
        <li key={`${one.kind}${one.id}${one.text}`}>
          <Link to={keep(`/rectification/${NOTICES.has(one.kind) ? 'notices' : 'findings'}/${one.id}`)}>
            {t(`waiting.kinds.${one.kind}`, { unit: one.unitName, text: one.text })}
          </Link>
          <small>
            {one.overdue ? (
              <Mark plain tone="failing">
                {t('waiting.overdue', { date: date(one.dueOn) })}
              </Mark>
            ) : one.dueOn ? (
              t('waiting.due', { date: date(one.dueOn) })
            ) : (
              t('waiting.since', { time: date(one.since) })
            )}
          </small>
        </li>
      ))}
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
