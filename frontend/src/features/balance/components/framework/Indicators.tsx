import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/layout/Section';
import { Mark } from '@/components/states/Mark';
import { PlainTable } from '@/components/table/PlainTable';
import { useNamed, useUnit } from '@/lib/i18n/useNamed';
import type { Indicator } from '../../model';
import { useFactName } from '../factNames';
import styles from './framework.module.css';
import type { DraftProblems } from './problems';
import { useFormula } from './useFormula';

interface Props {
  indicators: Indicator[];
  problems: DraftProblems;
  /** what may be done to them; absent where nothing may */
  edit?: {
    add: () => void;
    open: (code: string) => void;
    move: (code: string, by: -1 | 1) => void;
    remove: (code: string) => void;
  };
}

/** The indicators in official order, with what each divides by what. */
export function Indicators({ indicators, problems, edit }: Props) {
  const { t } = useTranslation('balance');
  const named = useNamed();
  const unit = useUnit();
  const factName = useFactName();
  const { terms } = useFormula();
  return (
    <Section
      title={t('frameworks.indicators')}
      actions={edit && <Button onClick={edit.add}>{t('frameworks.editor.add')}</Button>}
    >
      <PlainTable
        label={t('frameworks.indicators')}
        columns={[
          { title: t('indicator') },
          { title: t('frameworks.unit') },
          { title: t('frameworks.numerator') },
          { title: t('frameworks.denominator') },
          { title: t('frameworks.shared') },
          { title: t('frameworks.source') },
          ...(edit ? [{ title: t('frameworks.order') }] : []),
        ]}
        rows={indicators.map((one, at) => ({
          key: one.code,
          tone: problems.indicators.has(at) ? ('failing' as const) : undefined,
          cells: [
            <span key="n">
              {edit ? (
                <Button type="link" size="small" onClick={() => edit.open(one.code)}>
                  {`${one.number}. ${named(one)}`}
                </Button>
              ) : (
                `${one.number}. ${named(one)}`
              )}
              {problems.indicators.has(at) && (
                <ul className={styles.problems}>
                  {[...new Set(problems.indicators.get(at)?.map((p) => p.message))].map((message) => (
                    <li key={message}>{message}</li>
                  ))}
                </ul>
              )}
            </span>,
            <span key="u" className={styles.once}>
              {unit(one)}
            </span>,
            terms(one.numerator),
            <span key="d" className={styles.once}>
              {factName(one.denominator)}
            </span>,
            t(one.shared ? 'common:state.yes' : 'common:state.no'),
            <span key="s">
              {one.source} {!one.verified && <Mark tone="dueSoon">{t('frameworks.unverified')}</Mark>}
            </span>,
            ...(edit
              ? [
                  <span key="o" className={styles.actions}>
                    <Button
                      type="text"
                      icon={<ArrowUpOutlined />}
                      aria-label={t('frameworks.up', { name: named(one) })}
                      disabled={at === 0}
                      onClick={() => edit.move(one.code, -1)}
                    />
                    <Button
                      type="text"
                      icon={<ArrowDownOutlined />}
                      aria-label={t('frameworks.down', { name: named(one) })}
                      disabled={at === indicators.length - 1}
                      onClick={() => edit.move(one.code, 1)}
                    />
                    <Button
                      type="text"
                      icon={<DeleteOutlined />}
                      aria-label={t('frameworks.drop', { name: named(one) })}
                      disabled={indicators.length === 1}
                      onClick={() => edit.remove(one.code)}
                    />
                  </span>,
                ]
              : []),
          ],
        }))}
      />
    </Section>
  );
}
