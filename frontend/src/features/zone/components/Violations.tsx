import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '@/components/states/Mark';
import { number } from '@/lib/format/numbers';
import type { Rule, Violation } from '../api/zones';
import styles from './zones.module.css';

const isRotationOf = (a: Violation, b: Violation) =>
  b.kind === 'ROTATION_DUE' && a.kind === b.kind && a.inspectorId === b.inspectorId && a.zoneId === b.zoneId;

/** What breaks a rule or comes near it, worst first. */
export function Violations({ of, action }: { of: Violation[]; action?: (one: Violation) => ReactNode }) {
  const { t } = useTranslation('zone');
  const sorted = [...of].sort((a, b) => Number(a.warning) - Number(b.warning));
  if (sorted.length === 0) {
    return (
      <Mark plain tone="done">
        {t('zones.noViolation')}
      </Mark>
    );
  }
  return (
    <ul className={styles.wide}>
      {sorted.map((one) => {
        const many = of.filter((other) => isRotationOf(other, one)).length;
        // the board names the schools; here one line for each person is enough
        if (many > 1 && of.find((other) => isRotationOf(other, one)) !== one) return null;
        return (
          <li key={`${one.kind}${one.zoneId ?? ''}${one.schoolId ?? ''}${one.inspectorId ?? ''}`}>
            <Mark plain tone={one.warning ? 'dueSoon' : 'failing'}>
              {many > 1
                ? t('zones.rotationMany', {
                    inspector: one.inspectorName,
                    count: many,
                    limit: one.limit ?? 0,
                  })
                : t(`zones.kinds.${one.kind}`, {
                    school: one.schoolName,
                    inspector: one.inspectorName,
                    count: one.count ?? 0,
                    limit: one.limit ?? 0,
                  })}
            </Mark>{' '}
            {action?.(one)}
          </li>
        );
      })}
    </ul>
  );
}

/** The numbers the arrangement is judged by, each with its source. */
export function Rules({ of }: { of: Rule[] }) {
  const { t } = useTranslation('zone');
  return (
    <ul className={styles.list}>
      {of.map((rule) => (
        <li key={rule.code}>
          {t(`zones.ruleNames.${rule.code}`)} {number(rule.value)} {t(`zones.ruleUnits.${rule.code}`)}
          <small>
            {rule.source}
            {!rule.verified && (
              <>
                {' · '}
                <Mark plain tone="dueSoon">
                  {t('zones.unverified')}
                </Mark>
              </>
            )}
          </small>
        </li>
      ))}
    </ul>
  );
}
