import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { Mark } from '@/components/states/Mark';
import { QueryView } from '@/components/states/QueryView';
import { Empty } from '@/components/states/States';
import { PlainTable } from '@/components/table/PlainTable';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import type { Asked } from '@/lib/api/types';
import { date } from '@/lib/format/dates';
import { useNamed, useUnit } from '@/lib/i18n/useNamed';
import { useKeepContext } from '@/lib/url/workContext';
import { useCopyFramework, useDraft } from '../api/changeFramework';
import { frameworksQuery } from '../api/frameworks';
import { useFactName } from '../components/factNames';
import styles from '../components/framework.module.css';
import { ParameterInput } from '../components/ParameterInput';
import { differences, grouped, useShownValue } from '../components/parameters';
import { parameterValue, type Framework, type Parameter } from '../model';

type Change = Asked<'updateFramework'>;

/** A framework as data: every indicator and parameter with its source; a draft can be edited. */
export function FrameworkPage() {
  const { t } = useTranslation('balance');
  const { id } = useParams();
  const query = useQuery(frameworksQuery);
  return (
    <QueryView query={query} lines={10}>
      {(list) => {
        const framework = list.find((one) => one.id === id);
        if (!framework) return <Empty title={t('frameworks.notFound')} />;
        const base = list.find((one) => one.id === framework.basedOn);
        return <Loaded key={`${framework.id}${framework.lockVersion}`} framework={framework} base={base} />;
      }}
    </QueryView>
  );
}

function Loaded({ framework, base }: { framework: Framework; base: Framework | undefined }) {
  const { t } = useTranslation('balance');
  const { message, modal } = App.useApp();
  const named = useNamed();
  const may = usePermission();
  const go = useNavigate();
  const keep = useKeepContext();
  const draft = framework.state === 'DRAFT';
  const { update, publish, remove } = useDraft(framework);
  const [copying, setCopying] = useState(false);
  const [values, setValues] = useState<Record<string, unknown>>({});
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const editable = draft && may('framework:edit');
  const current = (parameter: Parameter) =>
    parameter.code in values ? values[parameter.code] : parameterValue(parameter);
  const unsaved = Object.keys(values).length + left.size;
  const changed = differences(
    {
      ...framework,
      parameters: framework.parameters.map((p) => ({ ...p, value: current(p) as Parameter['value'] })),
    },
    base,
  );
  const unverified = framework.parameters.filter((p) => !p.verified && parameterValue(p) !== null).length;
  const fail = (error: unknown) => void message.error(problemMessage(error, t), 8);

  const save = () => {
    const request: unknown = {
      nameZh: framework.nameZh,
      nameEn: framework.nameEn,
      source: framework.source,
      decision: framework.decision,
      indicators: framework.indicators.filter((one) => !left.has(one.code)),
      parameters: framework.parameters
        .filter((p) => ![...left].some((code) => p.code.split('.').includes(code)))
        .map((p) => ({ ...p, value: current(p) })),
    };
    update.mutate(request as Change, {
      onSuccess: () => void message.success(t('frameworks.saved')),
      onError: fail,
    });
  };

  return (
    <>
      <PageHeader
        title={named(framework)}
        back={{ to: keep('/frameworks'), label: t('frameworks.back') }}
        tags={<Mark tone={draft ? 'dueSoon' : 'done'}>{t(`frameworks.states.${framework.state}`)}</Mark>}
        state={
          <>
            {framework.code} · {t('frameworks.version')} {framework.version} · {framework.source} ·{' '}
            {t(`frameworks.decisions.${framework.decision}`)}
          </>
        }
        actions={
          <>
            {editable && unsaved > 0 && (
              <span className="dd-faint">{t('frameworks.unsaved', { count: unsaved })}</span>
            )}
            {may('framework:edit') && (
              <Button onClick={() => setCopying(true)}>{t('frameworks.copy')}</Button>
            )}
            {editable && (
              <Button
                danger
                onClick={() =>
                  void modal.confirm({
                    title: t('frameworks.remove'),
                    content: t('frameworks.removeSure'),
                    okText: t('frameworks.remove'),
                    okButtonProps: { danger: true },
                    onOk: () => remove.mutateAsync().then(() => void go(keep('/frameworks')), fail),
                  })
                }
              >
                {t('frameworks.remove')}
              </Button>
            )}
            {editable && unsaved > 0 && (
              <Button type="primary" loading={update.isPending} onClick={save}>
                {t('frameworks.save')}
              </Button>
            )}
            {draft && unsaved === 0 && may('framework:publish') && (
              <Button
                type="primary"
                onClick={() =>
                  void modal.confirm({
                    title: t('frameworks.publish'),
                    content: t('frameworks.publishSure'),
                    okText: t('frameworks.publish'),
                    onOk: () =>
                      publish.mutateAsync().then(() => void message.success(t('frameworks.published')), fail),
                  })
                }
              >
                {t('frameworks.publish')}
              </Button>
            )}
          </>
        }
      />
      {unverified > 0 && (
        <p className={styles.notice}>
          <Mark tone="dueSoon">{t('frameworks.unverifiedState', { count: unverified })}</Mark>{' '}
          {t('frameworks.unverifiedHint')}
        </p>
      )}
      {base && changed.size > 0 && (
        <p className={styles.notice}>
          <Mark tone="accent">{t('frameworks.changedCount', { count: changed.size })}</Mark>
        </p>
      )}
      <Indicators
        framework={framework}
        left={left}
        onToggle={
          editable
            ? (code) => {
                const next = new Set(left);
                if (!next.delete(code)) next.add(code);
                setLeft(next);
              }
            : undefined
        }
      />
      {grouped(framework.parameters).map(({ group, parameters }) => (
        <Section key={group} title={t(`frameworks.groups.${group}`)}>
          <Parameters
            parameters={parameters}
            label={t(`frameworks.groups.${group}`)}
            changed={changed}
            current={current}
            onChange={
              editable ? (code, value) => setValues((before) => ({ ...before, [code]: value })) : undefined
            }
          />
        </Section>
      ))}
      {copying && <Copy framework={framework} onClose={() => setCopying(false)} />}
    </>
  );
}

interface IndicatorsProps {
  framework: Framework;
  left: ReadonlySet<string>;
  onToggle?: (code: string) => void;
}

function Indicators({ framework, left, onToggle }: IndicatorsProps) {
  const { t } = useTranslation('balance');
  const named = useNamed();
  const unit = useUnit();
  const factName = useFactName();
  return (
    <Section title={t('frameworks.indicators')}>
      <PlainTable
        label={t('frameworks.indicators')}
        columns={[
          { title: t('indicator') },
          { title: t('frameworks.unit') },
          { title: t('frameworks.numerator') },
          { title: t('frameworks.denominator') },
          { title: t('frameworks.shared') },
          { title: t('frameworks.source') },
          ...(onToggle ? [{ title: t('frameworks.include') }] : []),
        ]}
        rows={framework.indicators.map((one) => ({
          key: one.code,
          cells: [
            `${one.number}. ${named(one)}`,
            unit(one),
            one.numerator.map((term) => factName(term.fact)).join(' + '),
            factName(one.denominator),
            t(one.shared ? 'common:state.yes' : 'common:state.no'),
            <span key="s">
              {one.source} {!one.verified && <Mark tone="dueSoon">{t('frameworks.unverified')}</Mark>}
            </span>,
            ...(onToggle
              ? [
                  <Switch
                    key="use"
                    aria-label={`${t('frameworks.include')} ${named(one)}`}
                    checked={!left.has(one.code)}
                    onChange={() => onToggle(one.code)}
                  />,
                ]
              : []),
          ],
        }))}
      />
    </Section>
  );
}

interface ParametersProps {
  label: string;
  parameters: Parameter[];
  changed: Map<string, Parameter>;
  current: (parameter: Parameter) => unknown;
  onChange?: (code: string, value: unknown) => void;
}

function Parameters({ label, parameters, changed, current, onChange }: ParametersProps) {
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
        return {
          key: parameter.code,
          cells: [
            named(parameter),
            <span key="v" className={styles.value}>
              {onChange ? (
                <ParameterInput
                  parameter={parameter}
                  label={named(parameter)}
                  value={current(parameter)}
                  onChange={(value) => onChange(parameter.code, value)}
                />
              ) : (
                <strong className="dd-num">{shown(parameter)}</strong>
              )}
              {parameter.unit && <span className="dd-faint">{parameter.unit}</span>}
              {was && <small>{t('frameworks.changed', { value: shown(was) })}</small>}
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

function Copy({ framework, onClose }: { framework: Framework; onClose: () => void }) {
  const { t } = useTranslation('balance');
  const { message } = App.useApp();
  const go = useNavigate();
  const keep = useKeepContext();
  const [form] = Form.useForm<Asked<'copyFramework'>>();
  const copy = useCopyFramework(framework.id);
  return (
    <Modal
      open
      title={t('frameworks.copy')}
      okText={t('frameworks.copy')}
      confirmLoading={copy.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p>{t('frameworks.copyHint')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          code: framework.regionCode ? framework.code : '',
          nameZh: framework.nameZh,
          nameEn: framework.nameEn,
        }}
        onFinish={(fields) =>
          copy.mutate(fields, {
            onSuccess: (made) => {
              void message.success(t('frameworks.copied'));
              onClose();
              void go(keep(`/frameworks/${made.id}`));
            },
            onError: (error) => void message.error(problemMessage(error, t)),
          })
        }
      >
        <Form.Item
          name="code"
          label={t('frameworks.code')}
          extra={t('frameworks.codeHelp')}
          rules={[{ required: true, pattern: /^[A-Z][A-Z0-9_]{2,39}$/, message: t('frameworks.codeHelp') }]}
        >
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="nameZh" label={t('frameworks.name')} rules={[{ required: true }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="nameEn" label={t('frameworks.nameEn')} rules={[{ required: true }]}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
