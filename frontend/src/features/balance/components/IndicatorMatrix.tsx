import { useTranslation } from 'react-i18next';
import { ChartFrame } from '@/components/chart/ChartFrame';
import { againstLimit, MISSING, number } from '@/lib/format/numbers';
import { useNamed, useUnit } from '@/lib/i18n/useNamed';
import type { Framework, Indicator, IndicatorResult, SchoolRow, StageResult } from '../model';
import styles from './bars.module.css';
import { DotStrip } from './DotStrip';
import { barDomain } from './scale';

interface Props {
  framework: Framework;
  result: StageResult;
  schools: SchoolRow[];
  onIndicator: (code: string) => void;
  onSchool: (id: string, indicator: string) => void;
}

/**
 * The hero: one line per indicator. Left how far the schools lie apart, held against the limit; right the schools
 * themselves, each a dot, held against the standard.
 */
export function IndicatorMatrix({ framework, result, schools, onIndicator, onSchool }: Props) {
  const { t } = useTranslation('balance');
  const named = useNamed();
  const unit = useUnit();
  const averaged = framework.decision === 'COMPOSITE_MEAN';
  const limit = result.indicators[0]?.limit ?? result.compositeLimit;
  const domain = barDomain(
    result.indicators.map((i) => i.coefficientOfVariation),
    limit,
  );
  const rows = result.indicators.flatMap((outcome) => {
    const indicator = framework.indicators.find((i) => i.code === outcome.code);
    return indicator ? [{ indicator, outcome }] : [];
  });
  const anyThreshold = rows.some(({ outcome }) => outcome.threshold !== null);

  return (
    <ChartFrame
      title={t('matrix.title', { stage: t(`common:stage.${result.stage}`) })}
      name={t('matrix.title', { stage: t(`common:stage.${result.stage}`) })}
      columns={[
        { title: t('indicator') },
        { title: t('cv'), numeric: true },
        { title: t('limit'), numeric: true },
        { title: t('mean'), numeric: true },
        { title: t('standardDeviation'), numeric: true },
        { title: t('threshold'), numeric: true },
        { title: t('below'), numeric: true },
      ]}
      rows={rows.map(({ indicator, outcome }) => ({
        key: outcome.code,
        cells: [
          `${named(indicator)} (${unit(indicator)})`,
          againstLimit(outcome.coefficientOfVariation, outcome.limit),
          number(outcome.limit, 2),
          number(outcome.mean, indicator.decimals),
          number(outcome.standardDeviation, indicator.decimals),
          number(outcome.threshold),
          outcome.threshold === null ? MISSING : number(outcome.schoolsBelowThreshold),
        ],
      }))}
    >
      <div className={styles.matrix}>
        <div className={styles.heads} aria-hidden>
          <span />
          <span className={styles.headBar}>
            {t('matrix.cvHead')}
            {limit !== null && limit !== undefined && (
              <span className={styles.limitLabel} style={{ left: `${(limit / domain) * 100}%` }}>
                {averaged ? t('matrix.orientation') : t('limit')} {number(limit, 2)}
              </span>
            )}
          </span>
          <span>{anyThreshold ? t('matrix.dotsHead') : t('matrix.dotsHeadMean')}</span>
        </div>
        <ul className={styles.list}>
          {rows.map(({ indicator, outcome }) => (
            <Row
              key={outcome.code}
              indicator={indicator}
              outcome={outcome}
              schools={schools}
              domain={domain}
              onIndicator={onIndicator}
              onSchool={onSchool}
            />
          ))}
          {averaged && <Composite result={result} domain={domain} />}
        </ul>
      </div>
    </ChartFrame>
  );
}

interface RowProps {
  indicator: Indicator;
  outcome: IndicatorResult;
  schools: SchoolRow[];
  domain: number;
  onIndicator: (code: string) => void;
  onSchool: (id: string, indicator: string) => void;
}

function Row({ indicator, outcome, schools, domain, onIndicator, onSchool }: RowProps) {
  const { t } = useTranslation('balance');
  const named = useNamed();
  const unit = useUnit();
  const { coefficientOfVariation: cv, limit } = outcome;
  const over = outcome.met === false && outcome.binding;
  const dots = schools.flatMap((school) => {
    const own = school.values.find((v) => v.indicator === outcome.code);
    if (own?.value === null || own?.value === undefined) return [];
    return [{ key: school.id, name: school.name, value: own.value, met: own.met ?? undefined }];
  });
  const below =
    outcome.threshold === null
      ? ''
      : outcome.schoolsBelowThreshold > 0
        ? t('matrix.below', { count: outcome.schoolsBelowThreshold })
        : outcome.computable
          ? t('matrix.allMeet')
          : '';
  return (
    <li className={styles.row}>
      <button type="button" className={styles.name} onClick={() => onIndicator(outcome.code)}>
        <strong>{named(indicator)}</strong>
        <span>
          {t('matrix.meanIs', { value: number(outcome.mean, indicator.decimals), unit: unit(indicator) })}
          {below && ` · ${below}`}
        </span>
      </button>
      <div className={styles.barCell}>
        {cv === null ? (
          <button type="button" className={styles.barButton} onClick={() => onIndicator(outcome.code)}>
            <span className={styles.missing}>
              ! {t(`reason.${outcome.reason ?? 'FACTS_MISSING'}`, { count: outcome.missingSchools.length })}
            </span>
          </button>
        ) : (
          <CvBar
            value={cv}
            limit={limit}
            domain={domain}
            over={over}
            orientation={!outcome.binding}
            label={t('matrix.cvOf', {
              name: named(indicator),
              value: againstLimit(cv, limit),
              limit: number(limit, 2),
            })}
            onClick={() => onIndicator(outcome.code)}
          />
        )}
      </div>
      <DotStrip
        dots={dots}
        threshold={outcome.threshold}
        mean={outcome.mean}
        decimals={indicator.decimals}
        label={t('matrix.stripOf', { name: named(indicator), count: dots.length, below })}
        onPick={(id) => onSchool(id, outcome.code)}
      />
    </li>
  );
}

interface BarProps {
  value: number;
  limit: number | null | undefined;
  domain: number;
  over: boolean;
  orientation?: boolean;
  label: string;
  onClick?: () => void;
}

/** One coefficient of variation against its limit; beyond it hatched as well as red, so that grey print tells too. */
export function CvBar({ value, limit, domain, over, orientation, label, onClick }: BarProps) {
  const width = (Math.min(value, domain) / domain) * 100;
  const drawn = (
    <>
      <span
        className={styles.bar}
        data-over={over || undefined}
        data-orientation={(orientation && !over) || undefined}
        style={{ width: `${width}%` }}
      />
      {limit !== null && limit !== undefined && (
        <span
          className={styles.limit}
          data-orientation={orientation || undefined}
          style={{ left: `calc(${(limit / domain) * 100}% - 1px)` }}
        >
          <span className={styles.limitInline}>{number(limit, 2)}</span>
        </span>
      )}
      <span className={styles.barValue} data-over={over || undefined} style={{ left: `${width}%` }}>
        {over && <span aria-hidden>✕ </span>}
        {againstLimit(value, limit)}
      </span>
    </>
  );
  return onClick ? (
    <button type="button" className={styles.barButton} aria-label={label} onClick={onClick}>
      {drawn}
    </button>
  ) : (
    <span className={styles.barButton} role="img" aria-label={label}>
      {drawn}
    </span>
  );
}

function Composite({ result, domain }: { result: StageResult; domain: number }) {
  const { t } = useTranslation('balance');
  return (
    <li className={`${styles.row} ${styles.composite}`}>
      <div className={styles.name} style={{ cursor: 'default' }}>
        <strong>{t('composite')}</strong>
        <span>{t('matrix.compositeNote')}</span>
      </div>
      <div className={styles.barCell}>
        {result.composite === null ? (
          <span className={styles.missing}>! {t('matrix.compositeMissing')}</span>
        ) : (
          <CvBar
            value={result.composite}
            limit={result.compositeLimit}
            domain={domain}
            over={result.compositeMet === false}
            label={t('matrix.cvOf', {
              name: t('composite'),
              value: againstLimit(result.composite, result.compositeLimit),
              limit: number(result.compositeLimit, 2),
            })}
          />
        )}
      </div>
      <span />
    </li>
  );
}
