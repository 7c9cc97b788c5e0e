import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DatePicker } from '@/components/forms/DatePicker';
import { Section } from '@/components/layout/Section';
import { Mark } from '@/components/states/Mark';
import { QueryView } from '@/components/states/QueryView';
import { usePermission, useToday } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { date } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { parametersQuery, usePlanDeed, type Parameter } from '../api/plans';
import styles from './plans.module.css';

/** Standards of the self-check are shares, except for what is counted. */
const unitOf = (code: string) =>
  code.startsWith('INNOVATION_') && code !== 'INNOVATION_KEY_POINTS'
    ? 'ruleUnits.share'
    : `ruleUnits.${code}`;

/** The numbers a county may set for itself, each with its ground and whether anybody confirmed it. */
export function Rules({
  title,
  note,
  codes,
  history,
}: {
  title: string;
  note?: string;
  codes?: readonly string[];
  /** Rules of other days and the general ones, to be shown below those in force. */
  history?: Parameter[];
}) {
  const { t } = useTranslation('plans');
  const may = usePermission();
  const query = useQuery(parametersQuery);
  const [changed, change] = useState<Parameter>();
  return (
    <Section title={title} note={note}>
      <QueryView query={query}>
        {(rules) => (
          <ul className={styles.rules}>
            {rules
              .filter((rule) => !codes || codes.includes(rule.code))
              .map((rule) => (
                <li key={rule.code}>
                  <div>
                    {t(`ruleNames.${rule.code}`)}{' '}
                    <b>
                      {number(rule.value)}
                      {t(unitOf(rule.code)) === '%' ? '%' : ` ${t(unitOf(rule.code))}`}
                    </b>
                    <small>
                      {rule.source}
                      {rule.own && ` · ${t('own', { day: date(rule.validFrom) })}`}
                      {!rule.verified && (
                        <>
                          {' · '}
                          <Mark plain tone="dueSoon">
                            {t('unverified')}
                          </Mark>
                        </>
                      )}
                    </small>
                    {history
                      ?.filter((one) => one.code === rule.code && !same(one, rule))
                      .map((one) => (
                        <Other key={`${one.own}${one.validFrom}`} rule={one} />
                      ))}
                  </div>
                  {may('visitplan:rules') && (
                    <Button
                      size="small"
                      aria-label={`${t('change')} ${t(`ruleNames.${rule.code}`)}`}
                      onClick={() => change(rule)}
                    >
                      {t('change')}
                    </Button>
                  )}
                </li>
              ))}
          </ul>
        )}
      </QueryView>
      {changed && <Change rule={changed} onClose={() => change(undefined)} />}
    </Section>
  );
}

const same = (a: Parameter, b: Parameter) => a.own === b.own && a.validFrom === b.validFrom;

/** A rule that is not in force today: of another day, or the general one where the county has its own. */
function Other({ rule }: { rule: Parameter }) {
  const { t } = useTranslation('plans');
  return (
    <small>
      {t(rule.own ? 'otherOwn' : 'otherGeneral', {
        day: date(rule.validFrom),
        value: number(rule.value),
        unit: t(unitOf(rule.code)),
        source: rule.source,
      })}
    </small>
  );
}

interface Fields {
  value: number;
  from: Dayjs;
  source: string;
}

function Change({ rule, onClose }: { rule: Parameter; onClose: () => void }) {
  const { t } = useTranslation('plans');
  const { message } = App.useApp();
  const today = dayjs(useToday());
  const deed = usePlanDeed();
  const [form] = Form.useForm<Fields>();
  const needed = (field: string) => [{ required: true, message: t('required', { field: t(field) }) }];
  return (
    <Modal
      open
      title={t(`ruleNames.${rule.code}`)}
      okText={t('save')}
      confirmLoading={deed.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ value: rule.value, from: today }}
        onFinish={({ value, from, source }: Fields) =>
          void deed
            .mutateAsync({
              name: 'parameter',
              of: rule,
              body: { value, from: from.format('YYYY-MM-DD'), source },
            })
            .then(
              () => {
                void message.success(t('ruleSaved', { day: date(from.format('YYYY-MM-DD')) }));
                onClose();
              },
              (error: unknown) => void message.error(problemMessage(error, t), 8),
            )
        }
      >
        <Form.Item name="value" label={t('value')} rules={needed('value')}>
          <InputNumber
            min={/WEIGHT|SHARE/.test(rule.code) ? 0 : 1}
            precision={0}
            suffix={t(unitOf(rule.code))}
          />
        </Form.Item>
        <Form.Item name="from" label={t('from')} rules={needed('from')}>
          <DatePicker allowClear={false} minDate={today} />
        </Form.Item>
        <Form.Item name="source" label={t('source')} rules={needed('source')}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
