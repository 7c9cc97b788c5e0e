import { Select, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainTable } from '@/components/table/PlainTable';
import { MISSING, number } from '@/lib/format/numbers';
import type { Placement, Proposed, Violation, ZoneRow } from '../api/zones';
import styles from './zones.module.css';

/** Whom a person chose instead, by school. */
export type Choices = Record<string, string>;

interface Props {
  proposed: Proposed;
  zones: Pick<ZoneRow, 'id' | 'name'>[];
  choices: Choices;
  onChoose: (school: string, inspector: string) => void;
}

/** A proposal beside what is: the schools that change with the reasons, the loads, and what could not be placed. */
export function ProposalTable({ proposed, zones, choices, onChoose }: Props) {
  const { t } = useTranslation('zone');
  const [all, setAll] = useState(false);
  const { proposal } = proposed;
  const changed = proposal.placements.filter((one) => one.beforeId !== one.afterId);
  const same = proposal.placements.length - changed.length;
  const shown = all ? proposal.placements : changed;
  return (
    <>
      <Sentences proposed={proposed} changed={changed.length} />
      <section className={styles.group}>
        <h3>{t('zones.proposal.changes')}</h3>
        {same > 0 && (
          <p>
            <label>
              <Switch size="small" checked={all} onChange={setAll} />{' '}
              {t('zones.proposal.same', { n: number(same) })}
            </label>
          </p>
        )}
        {shown.length === 0 ? (
          <p>{t('zones.proposal.noChange')}</p>
        ) : (
          <PlainTable
            cards
            label={t('zones.proposal.changes')}
            columns={[
              { title: t('zones.school') },
              { title: t('zones.proposal.before') },
              { title: t('zones.proposal.after') },
              { title: t('zones.proposal.km'), numeric: true },
              { title: t('zones.proposal.why') },
            ]}
            rows={shown.map((one) => ({
              key: one.schoolId,
              cells: [
                one.schoolName,
                <span key="before" className={styles.name}>
                  {one.beforeName ?? t('zones.none')}
                </span>,
                <Choice
                  key="after"
                  placement={one}
                  people={proposal.loads}
                  value={choices[one.schoolId] ?? one.afterId}
                  onChoose={(inspector) => onChoose(one.schoolId, inspector)}
                />,
                one.km === null || one.km === undefined ? MISSING : number(one.km, 1),
                <Reasons key="why" of={one} zones={zones} />,
              ],
            }))}
          />
        )}
      </section>
      {proposal.unplaced.length > 0 && (
        <section className={styles.group}>
          <h3>{t('zones.proposal.unplaced')}</h3>
          <PlainTable
            cards
            label={t('zones.proposal.unplaced')}
            columns={[
              { title: t('zones.school') },
              { title: t('zones.proposal.before') },
              { title: t('zones.proposal.why') },
            ]}
            rows={proposal.unplaced.map((one) => ({
              key: one.schoolId,
              cells: [
                one.schoolName,
                one.beforeName ?? t('zones.none'),
                t(`zones.proposal.whys.${one.reason.why}`),
              ],
            }))}
          />
        </section>
      )}
      <Loads proposed={proposed} choices={choices} />
    </>
  );
}

function Sentences({ proposed, changed }: { proposed: Proposed; changed: number }) {
  const { t } = useTranslation('zone');
  const { proposal, violationsBefore, violationsAfter } = proposed;
  const count = (of: Violation[], warning: boolean) =>
    number(of.filter((one) => one.warning === warning).length);
  return (
    <ul className={styles.list}>
      <li>
        {t('zones.proposal.summary', {
          placed: number(proposal.placements.length),
          changed: number(changed),
          unplaced: number(proposal.unplaced.length),
        })}
      </li>
      {typeof proposal.kmBefore === 'number' && typeof proposal.kmAfter === 'number' && (
        <li>
          {t('zones.proposal.distance', {
            before: number(proposal.kmBefore, 1),
            after: number(proposal.kmAfter, 1),
          })}
        </li>
      )}
      <li>
        {t('zones.proposal.violations', {
          before: count(violationsBefore, false),
          after: count(violationsAfter, false),
          warnBefore: count(violationsBefore, true),
          warnAfter: count(violationsAfter, true),
        })}
      </li>
    </ul>
  );
}

function Choice({
  placement,
  people,
  value,
  onChoose,
}: {
  placement: Placement;
  people: Proposed['proposal']['loads'];
  value: string;
  onChoose: (inspector: string) => void;
}) {
  const { t } = useTranslation('zone');
  const options = people
    .filter((one) => one.zoneId === placement.zoneId || one.inspectorId === placement.beforeId)
    .map((one) => ({ value: one.inspectorId, label: one.inspectorName }));
  if (placement.beforeId && !options.some((one) => one.value === placement.beforeId)) {
    options.push({ value: placement.beforeId, label: t('zones.proposal.unchanged') });
  }
  return (
    <Select
      value={value}
      options={options}
      onChange={onChoose}
      style={{ minWidth: 120 }}
      aria-label={t('zones.proposal.afterOf', { school: placement.schoolName })}
    />
  );
}

function Reasons({ of, zones }: { of: Placement; zones: Props['zones'] }) {
  const { t } = useTranslation('zone');
  const words = of.reasons.map((one) =>
    t(`zones.proposal.whys.${one.why}`, { name: one.inspectorName ?? '' }),
  );
  if (of.zoneChanges) {
    words.push(t('zones.proposal.zoneChanges', { zone: zones.find((z) => z.id === of.zoneId)?.name ?? '' }));
  }
  return <>{words.join(t('common:listSeparator'))}</>;
}

/** Schools of everybody now and then, with what a person changed counted in. */
function Loads({ proposed, choices }: { proposed: Proposed; choices: Choices }) {
  const { t } = useTranslation('zone');
  const after = (id: string, given: number) =>
    proposed.proposal.placements.reduce((sum, one) => {
      const chosen = choices[one.schoolId];
      if (!chosen || chosen === one.afterId) return sum;
      return sum + Number(chosen === id) - Number(one.afterId === id);
    }, given);
  return (
    <section className={styles.group}>
      <h3>{t('zones.proposal.loads')}</h3>
      <PlainTable
        label={t('zones.proposal.loads')}
        columns={[
          { title: t('zones.inspector') },
          { title: t('zones.proposal.loadBefore'), numeric: true },
          { title: t('zones.proposal.loadAfter'), numeric: true },
        ]}
        rows={proposed.proposal.loads.map((one) => ({
          key: one.inspectorId,
          cells: [one.inspectorName, number(one.before), number(after(one.inspectorId, one.after))],
        }))}
      />
    </section>
  );
}
