import { CloseOutlined } from '@ant-design/icons';
import { Button, Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Fact } from '@/lib/api/facts';
import { useNamed, useUnit } from '@/lib/i18n/useNamed';
import styles from './framework.module.css';

const LEVELS = ['SCHOOL', 'STAGE'] as const;

/** The numerator: facts of the catalogue by name, each with a factor. */
export function TermsEditor({ facts, chosen }: { facts: Fact[]; chosen: string[] }) {
  const { t } = useTranslation('balance');
  const named = useNamed();
  const unit = useUnit();
  const optionsFor = (own: string | undefined) => {
    const others = chosen.filter((code) => code !== own);
    const level = facts.find((fact) => others.includes(fact.code))?.level;
    return LEVELS.map((one) => ({
      label: t(`frameworks.editor.levels.${one}`),
      title: one,
      options: facts
        .filter((fact) => fact.level === one && fact.code !== 'pupils')
        .map((fact) => ({
          value: fact.code,
          label: `${named(fact)} (${unit(fact)})`,
          disabled: others.includes(fact.code) || (level !== undefined && fact.level !== level),
        })),
    }));
  };
  return (
    <div role="group" className={styles.set} aria-label={t('frameworks.numerator')}>
      <h3 className={styles.legend}>{t('frameworks.numerator')}</h3>
      <p className="dd-faint">
        {t('frameworks.editor.levelNote')} {t('frameworks.editor.factorHelp')}
      </p>
      <Form.List name="numerator">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className={styles.term}>
                <Form.Item noStyle shouldUpdate>
                  {({ getFieldValue }) => (
                    <Form.Item
                      name={[name, 'fact']}
                      label={t('frameworks.editor.fact')}
                      rules={[{ required: true, message: t('frameworks.editor.pick') }]}
                    >
                      <Select
                        showSearch={{ optionFilterProp: 'label' }}
                        placeholder={t('frameworks.editor.pick')}
                        options={optionsFor(getFieldValue(['numerator', name, 'fact']) as string | undefined)}
                      />
                    </Form.Item>
                  )}
                </Form.Item>
                <Form.Item
                  name={[name, 'factor']}
                  label={t('frameworks.editor.factor')}
                  rules={[
                    {
                      validator: (_, value: number | null) =>
                        typeof value === 'number' && value > 0
                          ? Promise.resolve()
                          : Promise.reject(new Error(t('frameworks.editor.positive'))),
                    },
                  ]}
                >
                  <InputNumber controls={false} className={styles.wide} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<CloseOutlined />}
                  aria-label={t('frameworks.editor.dropFact')}
                  disabled={fields.length === 1}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            {fields.length < 10 && (
              <Button onClick={() => add({ factor: 1 })}>{t('frameworks.editor.addFact')}</Button>
            )}
          </>
        )}
      </Form.List>
    </div>
  );
}
