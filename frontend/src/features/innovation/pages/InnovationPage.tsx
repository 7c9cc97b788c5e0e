import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DownloadButton } from '@/components/layout/DownloadButton';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { Mark } from '@/components/states/Mark';
import { QueryView } from '@/components/states/QueryView';
import { NoPermission } from '@/components/states/States';
import { useMe, usePermission, useToday } from '@/lib/api/me';
import { date, moment } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import { useUrlState } from '@/lib/url/useUrlState';
import { useKeepContext, useWorkContext } from '@/lib/url/workContext';
import { checkQuery, paperHref, sheetHref, type Check, type Item, type Which } from '../api/innovation';
import { AnswerForm } from '../components/AnswerForm';
import { History } from '../components/History';
import styles from '../components/innovation.module.css';
import { OUTCOME_TONES } from '../components/outcomes';
import { Points } from '../components/Points';
import { RowsDrawer } from '../components/RowsDrawer';
import { StepForm } from '../components/StepForm';

const COUNTY_DIGITS = 6;
const YEARS_BACK = 5;

/** The self-check of an innovation county: eight conditions, what each has and what it lacks. */
export function InnovationPage() {
  const { t } = useTranslation('innovation');
  const may = usePermission();
  const me = useMe();
  const thisYear = Number(useToday().slice(0, 4));
  const { region } = useWorkContext();
  const [asked, ask] = useUrlState('of');
  const [edition, choose] = useUrlState('edition');
  const [stepping, step] = useState(false);
  const own = me.scope?.regionCode;
  const year = Number(asked) || thisYear;
  const county = region.length === COUNTY_DIGITS ? region : undefined;
  const which: Which = {
    year,
    region: county === own ? undefined : county,
    edition: Number(edition) || undefined,
  };
  const allowed = may('innovation:read');
  const query = useQuery({ ...checkQuery(which), enabled: allowed && Boolean(county) });
  const check = county && !query.isError ? query.data : undefined;
  if (!allowed) return <NoPermission />;
  return (
    <>
      <PageHeader
        title={t('title')}
        tags={check && <StateMark check={check} />}
        state={check && <Sentence check={check} />}
        actions={
          check && (
            <>
              <DownloadButton from={sheetHref(which)}>{t('export')}</DownloadButton>
              <Button href={paperHref(which)} target="_blank" rel="noreferrer">
                {t('paper')}
              </Button>
              {may('innovation:adopt') && !which.region && check.edition === check.latest && (
                <Button
                  type={check.state === 'DRAFT' ? 'primary' : 'default'}
                  disabled={check.state === 'DRAFT' && check.tally.unanswered > 0}
                  onClick={() => step(true)}
                >
                  {t(check.state === 'DRAFT' ? 'adopt' : 'reopen')}
                </Button>
              )}
            </>
          )
        }
      />
      <div className={styles.tools}>
        <Select
          aria-label={t('year')}
          style={{ minWidth: 120 }}
          value={year}
          onChange={(value: number) => ask(value === thisYear ? undefined : `${value}`)}
          options={Array.from({ length: YEARS_BACK }, (_, n) => thisYear - n).map((value) => ({
            value,
            label: t('yearOf', { year: value }),
          }))}
        />
        {check && check.latest > 1 && (
          <Select
            aria-label={t('edition')}
            style={{ minWidth: 120 }}
            value={check.edition}
            onChange={(value: number) => choose(value === check.latest ? undefined : `${value}`)}
            options={Array.from({ length: check.latest }, (_, n) => check.latest - n).map((value) => ({
              value,
              label: t('editionOf', { n: value }),
            }))}
          />
        )}
      </div>
      {county && <QueryView query={query}>{(one) => <Conditions check={one} which={which} />}</QueryView>}
      <History />
      {stepping && check && <StepForm of={check} onClose={() => step(false)} />}
    </>
  );
}

function StateMark({ check }: { check: Check }) {
  const { t } = useTranslation('innovation');
  return check.state === 'DRAFT' ? (
    <Mark tone="quiet">{t('draft')}</Mark>
  ) : (
    <Mark tone="done">{t('adoptedBy', { name: check.adoptedBy, at: moment(check.adoptedAt) })}</Mark>
  );
}

function Sentence({ check: { year, asOf, tally, conditions } }: { check: Check }) {
  const { t } = useTranslation('innovation');
  return (
    <>
      {t('state', {
        year,
        all: number(conditions.length),
        met: number(tally.met),
        missed: number(tally.missed),
        open: number(tally.open),
        day: date(asOf),
      })}
      {tally.unanswered > 0 && t('stateUnanswered', { n: number(tally.unanswered) })}
    </>
  );
}

function Conditions({ check, which }: { check: Check; which: Which }) {
  const { t } = useTranslation('innovation');
  const may = usePermission();
  const keep = useKeepContext();
  const named = useNamed();
  const [looked, look] = useState<Item>();
  const [answered, answer] = useState<Item>();
  const writable = may('innovation:write') && check.state === 'DRAFT' && !which.region;
  return (
    <div className={styles.conditions}>
      {check.opinion && (
        <Section title={t('opinion')}>
          <p className={styles.opinion}>{check.opinion}</p>
        </Section>
      )}
      {check.conditions.map((condition) => (
        <Section
          key={condition.code}
          title={`${condition.code} ${named(condition)}`}
          actions={<Mark tone={OUTCOME_TONES[condition.outcome]}>{t(`outcomes.${condition.outcome}`)}</Mark>}
        >
          <Points
            items={condition.items}
            label={named(condition)}
            onLook={look}
            onAnswer={writable ? answer : undefined}
          />
        </Section>
      ))}
      {may('visitplan:read') && (
        <p className={styles.small}>
          <Link to={keep('/visit-plans?tab=rules')}>{t('standards')}</Link>
        </p>
      )}
      {looked?.measured && (
        <RowsDrawer
          which={{ ...which, edition: check.edition }}
          measure={looked.measured.measure}
          title={named(looked)}
          onClose={() => look(undefined)}
        />
      )}
      {answered && <AnswerForm of={check} item={answered} onClose={() => answer(undefined)} />}
    </div>
  );
}
