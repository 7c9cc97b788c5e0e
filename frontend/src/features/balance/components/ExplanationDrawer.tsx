import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { SummaryList } from '@/components/layout/SummaryList';
import { Mark } from '@/components/states/Mark';
import { QueryView } from '@/components/states/QueryView';
import { PlainTable } from '@/components/table/PlainTable';
import { againstLimit, number, signed } from '@/lib/format/numbers';
import { usePhone } from '@/lib/useMediaQuery';
import { useNamed, useUnit } from '@/lib/i18n/useNamed';
import { explanationQuery } from '../api/explanation';
import type { Explanation } from '../model';
import type { County } from '../pages/county';
import styles from './drawers.module.css';
import { useFactName } from './factNames';

interface Props {
  county: County;
  indicator: string;
  school?: string;
  onClose: () => void;
}

/** Where a figure comes from: formula, numerator, denominator, and every row behind it. */
export function ExplanationDrawer({ county, indicator, school, onClose }: Props) {
  const { t } = useTranslation('balance');
  const named = useNamed();
  const phone = usePhone();
  const { run, stage, framework } = county;
  const query = useQuery(explanationQuery(run.id, { stage, indicator, school }));
  const title = named(framework.indicators.find((i) => i.code === indicator));
  return (
    <Drawer
      open
      onClose={onClose}
      size={phone ? '100%' : 760}
      title={`${t(`common:stage.${stage}`)} ${title}`}
    >
      <QueryView query={query}>
        {(data) =>
          school ? (
            <OfSchool explanation={data} onWhole={() => county.explain(indicator)} />
          ) : (
            <Whole explanation={data} onSchool={(id) => county.explain(indicator, id)} />
          )
        }
      </QueryView>
    </Drawer>
  );
}

function Whole({ explanation, onSchool }: { explanation: Explanation; onSchool: (id: string) => void }) {
  const { t } = useTranslation('balance');
  const unit = useUnit();
  const { result, indicator, rows } = explanation;
  const over = result.met === false && result.binding;
  const decimals = indicator.decimals;
  const total = rows.reduce((sum, row) => sum + (row.contribution ?? 0), 0);
  return (
    <>
      <div className={styles.lead}>
        <span className={styles.big} data-over={over || undefined}>
          {t('cvShort')} {againstLimit(result.coefficientOfVariation, result.limit, 4)}
        </span>
        {result.limit !== null && (
          <Mark tone={over ? 'failing' : result.met ? 'done' : 'quiet'}>
            {t('explain.limit', { limit: number(result.limit, 2) })}
          </Mark>
        )}
        {!indicator.verified && <Mark tone="dueSoon">{t('frameworks.unverified')}</Mark>}
      </div>
      <div className={styles.formula} lang="zxx">
        {explanation.formula.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </div>
      <SummaryList
        columns={2}
        items={[
          { key: 'a', label: t('explain.amount'), value: number(explanation.amount, 2) },
          { key: 'p', label: t('explain.pupils'), value: number(explanation.pupils) },
          {
            key: 'm',
            label: t('mean'),
            value: `${number(result.mean, decimals + 2)} ${unit(indicator)}`,
          },
          { key: 's', label: t('standardDeviation'), value: number(result.standardDeviation, decimals + 2) },
          { key: 'cv', label: t('cv'), value: number(result.coefficientOfVariation, 6) },
          { key: 'check', label: t('explain.check'), value: number(explanation.check, 6) },
        ]}
      />
      {result.missingSchools.length > 0 && <Missing explanation={explanation} />}
      <h3 className={styles.title}>{t('explain.rows', { count: rows.length })}</h3>
      <PlainTable
        label={t('explain.rows', { count: rows.length })}
        columns={[
          { title: t('schools.name') },
          { title: t('explain.numerator'), numeric: true },
          { title: t('schools.pupils'), numeric: true },
          { title: t('schools.value'), numeric: true },
          { title: t('explain.deviation'), numeric: true },
          { title: t('explain.share'), numeric: true },
        ]}
        rows={[...rows]
          .sort((a, b) => (b.contribution ?? 0) - (a.contribution ?? 0))
          .map((row) => ({
            key: row.id,
            cells: [
              <Button key="n" type="link" size="small" onClick={() => onSchool(row.id)}>
                {row.name}
              </Button>,
              number(row.amount, 2),
              number(row.pupils),
              number(row.value, decimals),
              signed(row.deviation, decimals),
              total > 0 && row.contribution !== null
                ? t('percent', { value: number((row.contribution / total) * 100, 1) })
                : number(null),
            ],
          }))}
      />
    </>
  );
}

function Missing({ explanation }: { explanation: Explanation }) {
  const { t } = useTranslation('balance');
  const factName = useFactName();
  return (
    <>
      <h3 className={styles.title}>{t('explain.missing')}</h3>
      <ul>
        {explanation.result.missingSchools.map((one) => (
          <li key={`${one.id}${one.fact}`}>
            {one.name}: {factName(one.fact)}
          </li>
        ))}
      </ul>
    </>
  );
}

function OfSchool({ explanation, onWhole }: { explanation: Explanation; onWhole: () => void }) {
  const { t } = useTranslation('balance');
  const unit = useUnit();
  const factName = useFactName();
  const { indicator, result } = explanation;
  const row = explanation.rows[0];
  if (!row) return null;
  const short = result.threshold !== null && row.value !== null && row.value < result.threshold;
  return (
    <>
      <div className={styles.lead}>
        <strong>{row.name}</strong>
        <span className={styles.big} data-over={short || undefined}>
          {number(row.value, indicator.decimals)} {unit(indicator)}
        </span>
        {result.threshold !== null && (
          <Mark tone={short ? 'failing' : 'done'}>
            {t('explain.threshold', { threshold: number(result.threshold) })}
          </Mark>
        )}
      </div>
      <div className={styles.formula}>
        {number(row.amount, 4)} ÷ {number(row.pupils)}
        {indicator.per !== 1 && ` × ${indicator.per}`} = {number(row.value, indicator.decimals + 2)}
      </div>
      <PlainTable
        label={t('explain.parts')}
        columns={[
          { title: t('explain.fact') },
          { title: t('schools.name') },
          { title: t('explain.reported'), numeric: true },
          { title: t('explain.split'), numeric: true },
          { title: t('explain.counted'), numeric: true },
        ]}
        rows={row.parts.map((part) => ({
          key: `${part.schoolCode}${part.fact}`,
          cells: [
            factName(part.fact),
            part.schoolName,
            number(part.reported),
            part.shareOf === null
              ? t('explain.whole')
              : `${number(part.shareOf)} ÷ ${number(part.shareWhole)}`,
            number(part.counted, 4),
          ],
        }))}
      />
      <p>
        <Button type="link" size="small" onClick={onWhole}>
          {t('explain.toWhole')}
        </Button>
      </p>
    </>
  );
}
