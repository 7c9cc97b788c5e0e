import { useTranslation } from 'react-i18next';
import { Section } from '@/components/layout/Section';
import { SummaryList } from '@/components/layout/SummaryList';
import { PlainTable } from '@/components/table/PlainTable';
import { number } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import type { IndexDocument } from '@/lib/indexsystem/model';
import styles from './page.module.css';
import { all, fullMarks } from '@/lib/indexsystem/tree';
import { useItemWords } from './useItemWords';
import { useRuleWords } from './useRuleWords';

/** How points become a total, a grade and a verdict, in plain words. */
export function RulesView({ document }: { document: IndexDocument }) {
  const { t } = useTranslation('indexsystem');
  const named = useNamed();
  const words = useRuleWords(document);
  const itemWords = useItemWords();
  const { settings, grades, passRules, downgrades } = document;
  const nodes = all(document.nodes);
  const vetoes = nodes.filter((node) => node.item?.veto);
  const full = fullMarks(document.nodes);
  const bonus = nodes.some((node) => node.bonus);
  const bonusWords =
    settings.bonusCap === null
      ? t('rules.bonusFree')
      : t('rules.bonusCap', { cap: number(settings.bonusCap) });
  return (
    <>
      <Section title={t('rules.total')}>
        <SummaryList
          items={[
            {
              key: 'total',
              label: t('rules.total'),
              value:
                full === null
                  ? t('rules.noTotal')
                  : t('rules.totalSum', {
                      full: number(full),
                      decimals: settings.decimals,
                      rounding: t(`rules.rounding.${settings.rounding}`),
                    }),
            },
            {
              key: 'na',
              label: t('rules.notApplicable'),
              value: t(`rules.${settings.notApplicable}`),
            },
            { key: 'bonus', label: t('rules.bonus'), value: bonus ? bonusWords : t('rules.bonusNone') },
          ]}
        />
      </Section>
      <Section title={t('rules.ladder')}>
        {grades.length === 0 ? (
          <p>{t('rules.noLadder')}</p>
        ) : (
          <PlainTable
            label={t('rules.ladder')}
            columns={[{ title: t('rules.grade') }, { title: t('rules.range') }]}
            rows={grades.flatMap((grade, i) => {
              const above = grades[i - 1]?.from ?? null;
              return [
                { key: grade.code, cells: [named(grade), words.range(grade, above)] },
                ...grade.subgrades.map((sub, n) => ({
                  key: `${grade.code}.${sub.code}`,
                  cells: [
                    <span key="name" className={styles.sub}>
                      {named(sub)}
                    </span>,
                    words.range({ from: sub.from ?? grade.from }, grade.subgrades[n - 1]?.from ?? above),
                  ],
                })),
              ];
            })}
          />
        )}
      </Section>
      <Section title={t('rules.pass')}>
        <List
          items={[
            ...passRules.map((rule) => words.pass(rule)),
            ...(settings.lowestWhenFailed ? [t('rules.lowestWhenFailed')] : []),
          ]}
          none={t('rules.noPass')}
        />
      </Section>
      <Section title={t('rules.veto')} note={vetoes.length > 0 && t('rules.vetoNote')}>
        <List
          items={vetoes.map((node) => {
            const veto = itemWords.notes(node).find((note) => note.key === 'veto');
            return `${node.code} ${named(node)}：${veto?.text ?? ''}`;
          })}
          none={t('rules.noVeto')}
        />
      </Section>
      <Section title={t('rules.downgrade')}>
        <List
          items={downgrades.map((down) => {
            const to = grades.find((grade) => grade.code === down.to);
            const effect =
              down.steps === null
                ? t('rules.to', { to: to ? named(to) : (down.to ?? '') })
                : t('rules.steps', { steps: down.steps });
            return `${named(down)}：${effect}`;
          })}
          none={t('rules.noDowngrade')}
        />
      </Section>
    </>
  );
}

function List({ items, none }: { items: string[]; none: string }) {
  if (items.length === 0) return <p className="dd-faint">{none}</p>;
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
