import { useQuery } from '@tanstack/react-query';
import { App, Button, Drawer, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '@/components/layout/Section';
import { Mark } from '@/components/states/Mark';
import { QueryView } from '@/components/states/QueryView';
import { Empty } from '@/components/states/States';
import { PlainTable } from '@/components/table/PlainTable';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { moment } from '@/lib/format/dates';
import { number } from '@/lib/format/numbers';
import { useKeepContext } from '@/lib/url/workContext';
import { plansQuery, repeatQuery, usePlanDeed, type Plan } from '../api/plans';
import { DrawnTable } from './DrawDrawer';
import { useTermName } from './terms';

/** Adopted plans, each with its seed, and what can be done with it. */
export function PlanList() {
  const { t } = useTranslation('plans');
  const may = usePermission();
  const keep = useKeepContext();
  const term = useTermName();
  const query = useQuery(plansQuery);
  const [checked, check] = useState<Plan>();
  const [dropped, drop] = useState<Plan>();
  return (
    <Section title={t('plans')}>
      <QueryView query={query}>
        {(plans) =>
          plans.length === 0 ? (
            <Empty title={t('noPlans')} />
          ) : (
            <PlainTable
              label={t('plans')}
              cards
              columns={[
                { title: t('kind') },
                { title: t('term') },
                { title: t('visits'), numeric: true },
                { title: t('unplaced'), numeric: true },
                { title: t('seed'), numeric: true },
                { title: t('secrecy') },
                { title: t('adoptedBy') },
                { title: '' },
              ]}
              rows={plans.map((plan) => ({
                key: plan.id,
                cells: [
                  t(`kinds.${plan.kind}`),
                  term(plan),
                  <Link key="visits" to={keep(`/visits?plan=${plan.id}`)}>
                    {number(plan.visits)}
                  </Link>,
                  number(plan.missing),
                  String(plan.seed),
                  plan.announced ? t('told') : t('secret'),
                  `${plan.adoptedName} ${moment(plan.adoptedAt)}`,
                  <span key="deeds">
                    {may('visitplan:write') && (
                      <Button size="small" onClick={() => check(plan)}>
                        {t('check')}
                      </Button>
                    )}{' '}
                    {plan.withdrawnFor ? (
                      <Mark plain tone="quiet">
                        {t('withdrawn', { reason: plan.withdrawnFor })}
                      </Mark>
                    ) : (
                      may('visitplan:write') && (
                        <Button size="small" onClick={() => drop(plan)}>
                          {t('withdraw')}
                        </Button>
                      )
                    )}
                  </span>,
                ],
              }))}
            />
          )
        }
      </QueryView>
      {checked && <Check plan={checked} onClose={() => check(undefined)} />}
      {dropped && <Withdraw plan={dropped} onClose={() => drop(undefined)} />}
    </Section>
  );
}

function Check({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useTranslation('plans');
  const query = useQuery(repeatQuery(plan.id));
  return (
    <Drawer open size={800} title={t('check')} onClose={onClose}>
      <QueryView query={query}>
        {(again) => (
          <>
            <p role="status">
              <Mark tone={again.same ? 'done' : 'failing'}>
                {again.same ? t('checkSame', { n: number(again.visits.length) }) : t('checkDiffers')}
              </Mark>
            </p>
            <DrawnTable visits={again.visits} />
          </>
        )}
      </QueryView>
    </Drawer>
  );
}

function Withdraw({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useTranslation('plans');
  const { message } = App.useApp();
  const deed = usePlanDeed();
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal
      open
      title={t('withdrawOf', { plan: t(`kinds.${plan.kind}`) })}
      okText={t('withdraw')}
      okButtonProps={{ danger: true }}
      confirmLoading={deed.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p>{t('withdrawWhat')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) =>
          void deed
            .mutateAsync({ name: 'withdraw', plan, reason })
            .then(onClose, (error: unknown) => void message.error(problemMessage(error, t), 8))
        }
      >
        <Form.Item
          name="reason"
          label={t('reason')}
          rules={[{ required: true, whitespace: true, message: t('required', { field: t('reason') }) }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
