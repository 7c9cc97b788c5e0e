import { useTranslation } from 'react-i18next';
import { Mark } from '@/components/states/Mark';
import { PlainTable } from '@/components/table/PlainTable';
import { date } from '@/lib/format/dates';
import { useNamed } from '@/lib/i18n/useNamed';
import { parameterValue, type Parameter } from '../../model';
import styles from './framework.module.css';
import { ParameterInput } from './ParameterInput';
import { useShownValue } from './parameters';

interface Props {
  label: string;
  parameters: Parameter[];
  /** those that differ from the framework this one is based on, with the earlier value */
  changed: Map<string, Parameter>;
  /** what the server refused, by code */
  problems: Map<string, string>;
  onChange?: (code: string, value: unknown) => void;
}

/** One group of parameters, each with where it comes from; inputs in a draft. */
export function Parameters({ label, parameters, changed, problems, onChange }: Props) {
  const { t } = useTranslation('balance');
  const named = useNamed();
  const shown = useShownValue();
  return (
    <PlainTable
      label={label}
      columns={[
        { title: t('frameworks.parameter') },
        { title: t('frameworks.value') },
        { title: t('frameworks.status') },
        { title: t('frameworks.source') },
        { title: t('frameworks.effective') },
      ]}
      rows={parameters.map((parameter) => {
        const was = changed.get(parameter.code);
        const problem = problems.get(parameter.code);
        return {
          key: parameter.code,
          tone: problem ? ('failing' as const) : undefined,
          cells: [
            named(parameter),
            <span key="v" className={styles.value}>
              {onChange ? (
                <ParameterInput
                  parameter={parameter}
                  label={named(parameter)}
                  value={parameterValue(parameter)}
                  failing={problem !== undefined}
                  onChange={(value) => onChange(parameter.code, value)}
                />
              ) : (
                <strong className="dd-num">{shown(parameter)}</strong>
              )}
              {parameter.unit && <span className="dd-faint">{parameter.unit}</span>}
              {was && <small>{t('frameworks.changed', { value: shown(was) })}</small>}
              {problem && <small className={styles.refused}>{problem}</small>}
            </span>,
            <Mark key="s" plain tone={parameter.verified ? 'done' : 'dueSoon'}>
              {t(parameter.verified ? 'frameworks.verified' : 'frameworks.unverified')}
            </Mark>,
            <span key="src">
              {parameter.source}{' '}
              <span className="dd-faint">
                {t(`frameworks.confidence.${parameter.confidence}`, { defaultValue: parameter.confidence })}
              </span>
            </span>,
            date(parameter.effectiveFrom),
          ],
        };
      })}
    />
  );
}
