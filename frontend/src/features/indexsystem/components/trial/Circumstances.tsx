import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNamed } from '@/lib/i18n/useNamed';
import type { Trial } from '../../api/score';
import type { Downgrade } from '@/lib/indexsystem/model';
import styles from './trial.module.css';

interface Props {
  downgrades: Downgrade[];
  value: Trial['circumstances'];
  onChange: (value: Trial['circumstances']) => void;
}

/** Which downgrades apply, each with what happened. */
export function Circumstances({ downgrades, value, onChange }: Props) {
  const { t } = useTranslation('indexsystem');
  const named = useNamed();
  return (
    <fieldset className={styles.circumstances}>
      <legend>{t('rules.downgrade')}</legend>
      {downgrades.map((down) => {
        const applies = value.find((one) => one.downgrade === down.code);
        const others = value.filter((one) => one.downgrade !== down.code);
        return (
          <div key={down.code}>
            <Checkbox
              checked={Boolean(applies)}
              onChange={(event) =>
                onChange(event.target.checked ? [...others, { downgrade: down.code, reason: '' }] : others)
              }
            >
              {named(down)}
            </Checkbox>
            {applies && (
              <Input
                aria-label={t('trial.happened', { name: named(down) })}
                placeholder={t('trial.happened', { name: named(down) })}
                value={applies.reason}
                onChange={(event) =>
                  onChange(
                    value.map((one) => (one === applies ? { ...one, reason: event.target.value } : one)),
                  )
                }
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
