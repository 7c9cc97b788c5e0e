import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Mark, type Tone } from '@/components/states/Mark';
import { moment } from '@/lib/format/dates';
import { againstLimit, number } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import { useKeepContext } from '@/lib/url/workContext';
import type { Framework, Run, StageResult } from '../api/desk';
import styles from './desk.module.css';

const tone: Record<StageResult['verdict'], Tone> = {
  PASS: 'done',
  FAIL: 'failing',
  WITHHELD: 'dueSoon',
  NOT_JUDGED: 'quiet',
};

/** Where the county stands by each framework, every number a link to its rows. */
export function VerdictCards({ runs, frameworks }: { runs: Run[]; frameworks: Framework[] }) {
  const newest = new Map<string, Run>();
  for (const run of runs) if (!newest.has(run.frameworkCode)) newest.set(run.frameworkCode, run);
  const ordered = [...newest.values()].sort((a, b) => b.frameworkCode.localeCompare(a.frameworkCode));
  return (
    <div className={styles.cards}>
      {ordered.map((run) => (
        <Card key={run.id} run={run} framework={frameworks.find((f) => f.id === run.frameworkId)} />
      ))}
    </div>
  );
}

function Card({ run, framework }: { run: Run; framework: Framework | undefined }) {
  const named = useNamed();
  return (
    <div className={styles.card}>
      <div className={styles.cardHead}>
        <h3>{named(framework) || run.frameworkCode}</h3>
        <span className="dd-faint">{moment(run.createdAt)}</span>
      </div>
      {run.stages.map((result) => (
        <StageLine key={result.stage} run={run} result={result} framework={framework} />
      ))}
    </div>
  );
}

interface LineProps {
  run: Run;
  result: StageResult;
  framework: Framework | undefined;
}

function StageLine({ run, result, framework }: LineProps) {
  const { t } = useTranslation('desk');
  const keep = useKeepContext();
  const to = (page: string, more = '') =>
    keep(`/balance${page}?framework=${run.frameworkId}&stage=${result.stage}${more}`);
  const over = result.indicators.filter((one) => one.binding && one.met === false).length;
  const short = result.schoolsJudged - result.schoolsPassing;
  const averaged = result.compositeLimit !== null;
  return (
    <div className={styles.stageLine}>
      <Link to={to('')} className={styles.stageName}>
        {t(`common:stage.${result.stage}`)}
      </Link>
      <Mark tone={tone[result.verdict]}>{t(`verdict.${result.verdict}`)}</Mark>
      <span className={styles.stageFacts}>
        {averaged && result.composite !== null && (
          <Link to={to('')}>
            {t('balance.composite', {
              value: againstLimit(result.composite, result.compositeLimit),
              limit: number(result.compositeLimit, 2),
            })}
          </Link>
        )}
        {!averaged && (
          <Link to={to('')}>{over > 0 ? t('balance.over', { count: over }) : t('balance.noneOver')}</Link>
        )}
        {result.schoolsNeeded !== null && result.schoolsJudged > 0 && (
          <Link to={to('/schools', short > 0 ? '&verdict=FAIL' : '')}>
            {short > 0
              ? t('balance.short', { count: short })
              : result.schoolsJudged === result.schoolsCounted
                ? t('balance.noneShort')
                : t('balance.someUnjudged', { count: result.schoolsCounted - result.schoolsJudged })}
          </Link>
        )}
        {result.missing.length > 0 && (
          <Link to={to('')}>{t('balance.missing', { count: result.missing.length })}</Link>
        )}
      </span>
      {framework && <Strip result={result} framework={framework} to={to('')} />}
    </div>
  );
}

/** The coefficients as a row of small bars against their limit: a glance, the figures are one press away. */
function Strip({ result, framework, to }: { result: StageResult; framework: Framework; to: string }) {
  const { t } = useTranslation('desk');
  const named = useNamed();
  const limit = result.compositeLimit ?? result.indicators[0]?.limit ?? null;
  const values = result.indicators.map((one) => one.coefficientOfVariation ?? 0);
  const top = Math.max(...values, (limit ?? 0) * 1.3, 0.1);
  const label = result.indicators
    .map(
      (one) =>
        `${named(framework.indicators.find((i) => i.code === one.code))} ${againstLimit(one.coefficientOfVariation, one.limit)}`,
    )
    .join(', ');
  return (
    <Link
      to={to}
      className={styles.strip}
      style={{ '--limit': `${((limit ?? 0) / top) * 100}%` } as CSSProperties}
      aria-label={`${t('balance.open')}: ${label}`}
    >
      {result.indicators.map((one) => (
        <span
          key={one.code}
          data-over={(one.binding && one.met === false) || undefined}
          style={{ height: `${((one.coefficientOfVariation ?? 0) / top) * 100}%` }}
        />
      ))}
      {limit !== null && (
        <>
          <i style={{ bottom: `${(limit / top) * 100}%` }} />
          <small>{t('balance.limit', { limit: number(limit, 2) })}</small>
        </>
      )}
    </Link>
  );
}
