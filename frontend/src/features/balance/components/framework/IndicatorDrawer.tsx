import { Button, Checkbox, Drawer, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fact } from '@/lib/api/facts';
import { useNamed } from '@/lib/i18n/useNamed';
import { STAGES, type Framework, type Indicator } from '../../model';
import type { Draft, IndicatorForm } from './draft';
import { FormulaPreview } from './FormulaPreview';
import styles from './framework.module.css';
import { initialForm, usualFor } from './indicatorForm';
import { formProblems, type DraftProblems } from './problems';
import { TermsEditor } from './TermsEditor';

interface Props {
  draft: Draft;
  /** none: a new one */
  indicator: Indicator | undefined;
  facts: Fact[];
  frameworks: Framework[];
  problems: DraftProblems;
  ownSource: string;
  onApply: (form: IndicatorForm) => void;
  onClose: () => void;
}

/** One indicator with everything its calculation needs; a person names it and chooses facts, never parameter codes. */
export function IndicatorDrawer(props: Props) {
  const { draft, indicator, facts, frameworks, problems, ownSource, onApply, onClose } = props;
  const { t, i18n } = useTranslation('balance');
  const named = useNamed();
  const [form] = Form.useForm<IndicatorForm>();
  const values = Form.useWatch([], form) as IndicatorForm | undefined;
  const chosen = (values?.numerator ?? []).flatMap((term) => (term?.fact ? [term.fact] : []));
  const factOf = (code: string | undefined) => facts.find((fact) => fact.code === code);
  const needed = (label: string) => ({
    required: true,
    whitespace: true,
    message: t('frameworks.editor.required', { field: label }),
  });
  const positive = (label: string) => [
    { required: true, message: t('frameworks.editor.required', { field: label }) },
    {
      validator: (_: unknown, value: number | null) =>
        value !== null && value !== undefined && value <= 0
          ? Promise.reject(new Error(t('frameworks.editor.positive')))
          : Promise.resolve(),
    },
  ];

  /** What follows from the facts chosen, wherever the person has not said otherwise. */
  const follow = (changed: Partial<IndicatorForm>) => {
    if (!changed.numerator && changed.per === undefined && !changed.additionFact) return;
    const now = form.getFieldsValue(true) as IndicatorForm;
    form.setFieldsValue(
      usualFor({
        now,
        changed,
        facts,
        draft,
        frameworks,
        english: i18n.getFixedT('en', 'balance'),
        chinese: i18n.getFixedT('zh-CN', 'balance'),
      }),
    );
  };

  const unit = values?.unitZh ?? '';
  const addition = factOf(values?.additionFact);
  return (
    <Drawer
      open
      size={640}
      onClose={onClose}
      title={t(indicator ? 'frameworks.editor.edit' : 'frameworks.editor.add')}
      footer={
        <div className={styles.foot}>
          <Button onClick={onClose}>{t('frameworks.editor.cancel')}</Button>
          <Button type="primary" onClick={() => form.submit()}>
            {t('frameworks.editor.apply')}
          </Button>
        </div>
      }
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        initialValues={initialForm(draft, indicator, ownSource)}
        onValuesChange={follow}
        onFinish={() => onApply(form.getFieldsValue(true) as IndicatorForm)}
      >
        <FormulaPreview values={values} facts={facts} />
        <TermsEditor facts={facts} chosen={chosen} />
        <div className={styles.pair}>
          <Form.Item name="per" label={t('frameworks.editor.per')} className={styles.whole}>
            <Radio.Group
              options={[1, 100].map((value) => ({ value, label: t(`frameworks.editor.pers.${value}`) }))}
            />
          </Form.Item>
          <Form.Item
            name="nameZh"
            label={t('frameworks.editor.name')}
            rules={[needed(t('frameworks.editor.name'))]}
          >
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item
            name="nameEn"
            label={t('frameworks.editor.nameEn')}
            rules={[needed(t('frameworks.editor.nameEn'))]}
          >
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item
            name="unitZh"
            label={t('frameworks.editor.unit')}
            rules={[needed(t('frameworks.editor.unit'))]}
          >
            <Input maxLength={20} />
          </Form.Item>
          <Form.Item
            name="unitEn"
            label={t('frameworks.editor.unitEn')}
            rules={[needed(t('frameworks.editor.unitEn'))]}
          >
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item
            name="code"
            label={t('frameworks.editor.code')}
            extra={t('frameworks.editor.codeHelp')}
            rules={[
              needed(t('frameworks.editor.code')),
              { pattern: /^[A-Za-z][A-Za-z0-9_]{0,39}$/, message: t('frameworks.editor.codeHelp') },
              {
                validator: (_, value: string) =>
                  draft.indicators.some((one) => one.code === value && one.code !== indicator?.code)
                    ? Promise.reject(new Error(t('frameworks.editor.codeTaken')))
                    : Promise.resolve(),
              },
            ]}
          >
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="decimals" label={t('frameworks.editor.decimals')}>
            <InputNumber min={0} max={6} precision={0} controls={false} className={styles.wide} />
          </Form.Item>
        </div>
        <div role="group" className={styles.set} aria-label={t('frameworks.editor.standards')}>
          <h3 className={styles.legend}>{t('frameworks.editor.standards')}</h3>
          <p className="dd-faint">{t('frameworks.editor.standardsHelp')}</p>
          <div className={styles.pair}>
            {STAGES.map((stage) => (
              <Form.Item
                key={stage}
                name={['threshold', stage]}
                label={t('frameworks.editor.standardOf', { stage: t(`common:stage.${stage}`) })}
              >
                <InputNumber min={0} controls={false} suffix={unit} className={styles.wide} />
              </Form.Item>
            ))}
          </div>
        </div>
        <div role="group" className={styles.set} aria-label={t('frameworks.editor.limits')}>
          <h3 className={styles.legend}>{t('frameworks.editor.limits')}</h3>
          <p className="dd-faint">{t('frameworks.editor.limitsHelp')}</p>
          <div className={styles.pair}>
            {STAGES.map((stage) => (
              <Form.Item
                key={stage}
                name={['limit', stage]}
                label={t('frameworks.editor.limitOf', { stage: t(`common:stage.${stage}`) })}
                rules={positive(t('frameworks.editor.limits'))}
              >
                <InputNumber controls={false} className={styles.wide} />
              </Form.Item>
            ))}
          </div>
        </div>
        <div role="group" className={styles.set} aria-label={t('frameworks.editor.planning')}>
          <h3 className={styles.legend}>{t('frameworks.editor.planning')}</h3>
          <div className={styles.triple}>
            <Form.Item
              name="additionFact"
              label={t('frameworks.editor.additionFact')}
              rules={[needed(t('frameworks.editor.additionFact'))]}
            >
              <Select options={chosen.map((code) => ({ value: code, label: named(factOf(code)) || code }))} />
            </Form.Item>
            <Form.Item
              name="step"
              label={t('frameworks.editor.step')}
              rules={positive(t('frameworks.editor.step'))}
            >
              <InputNumber controls={false} suffix={addition?.unitZh} className={styles.wide} />
            </Form.Item>
            <Form.Item
              name="cost"
              label={t('frameworks.editor.cost')}
              rules={positive(t('frameworks.editor.cost'))}
            >
              <InputNumber
                controls={false}
                className={styles.wide}
                suffix={addition && t('frameworks.editor.costUnit', { unit: addition.unitZh })}
              />
            </Form.Item>
          </div>
        </div>
        <Form.Item
          name="source"
          label={t('frameworks.editor.source')}
          extra={t('frameworks.editor.sourceHelp')}
          rules={[needed(t('frameworks.editor.source'))]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="verified" valuePropName="checked">
          <Checkbox>{t('frameworks.editor.verified')}</Checkbox>
        </Form.Item>
        {indicator && <Refused fields={formProblems(problems, draft, indicator.code)} />}
      </Form>
    </Drawer>
  );
}

/** Shows at the fields what the server refused before the form was opened. Last in the form, when all fields stand. */
function Refused({ fields }: { fields: ReturnType<typeof formProblems> }) {
  const form = Form.useFormInstance();
  useEffect(() => {
    form.setFields(fields as Parameters<typeof form.setFields>[0]);
    // once, as the form opens: editing a field clears its own
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return null;
}
