import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format/numbers';
import { rulesQuery, type KnownRule } from '../api/findings';
import styles from './rectification.module.css';

const PAUSE_MS = 250;

/**
 * The rule that was broken and its code. Either is looked for among what is known; choosing one fills in both, so that a
 * rule keeps one code. Words of one's own, written over a chosen rule, leave its code behind.
 */
export function RuleFields() {
  const { t, i18n } = useTranslation('rectification');
  const form = Form.useFormInstance<{ rule?: string; ruleCode?: string }>();
  const [typed, type] = useState('');
  const [chosen, choose] = useState<KnownRule>();
  const query = useQuery(rulesQuery(useSettled(typed)));
  const english = i18n.language === 'en';
  const words = (rule: KnownRule) => (english ? rule.ruleEn || rule.rule : rule.rule);
  const rules = query.data ?? [];
  const take = (code: string) => {
    const rule = rules.find((one) => one.code === code);
    if (!rule) return;
    choose(rule);
    // the record is kept in Chinese, whatever the screen speaks
    form.setFieldsValue({ rule: rule.rule, ruleCode: rule.code });
  };
  const write = (text: string) => {
    type(text);
    if (chosen && text !== chosen.rule) {
      choose(undefined);
      if (form.getFieldValue('ruleCode') === chosen.code) form.setFieldValue('ruleCode', '');
    }
  };
  const options = rules.map((rule) => ({
    value: rule.code,
    label: (
      <span className={styles.rule}>
        <span>{words(rule)}</span>
        <small>
          {rule.code}
          {rule.systemZh && ` · ${english ? rule.systemEn : rule.systemZh}`}
          {rule.used > 0 && ` · ${t('raiseForm.ruleUsed', { n: number(rule.used) })}`}
        </small>
      </span>
    ),
  }));
  return (
    <>
      <Form.Item
        name="rule"
        label={t('raiseForm.rule')}
        extra={t('raiseForm.ruleHelp')}
        rules={[{ required: true, message: t('required', { field: t('raiseForm.rule') }) }]}
      >
        <AutoComplete
          options={options}
          showSearch={{ filterOption: false, onSearch: write }}
          onSelect={take}
          onFocus={() => type('')}
        >
          <Input maxLength={200} />
        </AutoComplete>
      </Form.Item>
      <Form.Item name="ruleCode" label={t('raiseForm.ruleCode')} extra={t('raiseForm.ruleCodeHelp')}>
        <AutoComplete
          options={options}
          showSearch={{ filterOption: false, onSearch: type }}
          onSelect={take}
          onFocus={() => type('')}
        >
          <Input maxLength={100} />
        </AutoComplete>
      </Form.Item>
    </>
  );
}

/** What was typed, a moment after the last key. */
function useSettled(text: string): string {
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => settle(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
