import { useQuery } from '@tanstack/react-query';
import { App, Form, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { DatePicker } from '@/components/forms/DatePicker';
import { ReasonModal } from '@/components/forms/ReasonModal';
import { QueryView } from '@/components/states/QueryView';
import { Mark } from '@/components/states/Mark';
import { useToday } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { number } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import { checklistsQuery, repeatQuery, useDrawDeed, type Draw } from '../api/draws';
import styles from './draws.module.css';

interface Props {
  of: Draw;
  onClose: () => void;
}

/** Plans a visit to each school drawn. */
export function PlanVisits({ of, onClose }: Props) {
  const { t } = useTranslation('draws');
  const named = useNamed();
  const { message } = App.useApp();
  const today = dayjs(useToday());
  const day = dayjs(of.wish.day);
  const checklists = useQuery(checklistsQuery);
  const deed = useDrawDeed(of);
  const [form] = Form.useForm<{ on: Dayjs; systemId?: string }>();
  const joint = of.outcome.inspectors.length > 0 && of.wish.groupSize > 1;
  const count = number(of.outcome.groups.length);
  return (
    <Modal
      open
      title={t('plan.title')}
      okText={t('plan.button')}
      confirmLoading={deed.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className={styles.help}>
        {t('plan.what', { n: count, kind: t(`plan.kinds.${joint ? 'JOINT' : 'SPECIAL'}`) })}
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ on: day.isBefore(today) ? today : day }}
        onFinish={({ on, systemId }) =>
          void deed.mutateAsync({ name: 'visits', body: { on: on.format('YYYY-MM-DD'), systemId } }).then(
            () => {
              void message.success(t('plan.done', { n: count }));
              onClose();
            },
            (error: unknown) => void message.error(problemMessage(error, t), 8),
          )
        }
      >
        <Form.Item name="on" label={t('plan.day')}>
          <DatePicker allowClear={false} minDate={today} />
        </Form.Item>
        <Form.Item name="systemId" label={t('plan.checklist')}>
          <Select
            allowClear
            placeholder={t('plan.any')}
            options={(checklists.data ?? []).map((one) => ({ value: one.id, label: named(one) }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** Declares a draw void, with the reason. */
export function DeclareVoid({ of, onClose }: Props) {
  const { t } = useTranslation('draws');
  const deed = useDrawDeed(of);
  return (
    <ReasonModal
      danger
      title={t('voiding.title')}
      action={t('voiding.button')}
      label={t('voiding.reason')}
      required={t('form.required', { field: t('voiding.reason') })}
      what={t('voiding.what')}
      onClose={onClose}
      onSend={(reason) => deed.mutateAsync({ name: 'void', body: { reason } })}
    />
  );
}

/** Draws again from what was recorded, and says whether it comes out the same. */
export function Verify({ of, onClose }: Props) {
  const { t } = useTranslation('draws');
  const query = useQuery(repeatQuery(of.id));
  return (
    <Modal open title={t('verify.title')} footer={null} onCancel={onClose}>
      <QueryView query={query}>
        {(again) => (
          <>
            <p role="status">
              <Mark tone={again.same ? 'done' : 'failing'}>
                {t(again.same ? 'verify.same' : 'verify.differs')}
              </Mark>
            </p>
            <p className={styles.help}>
              {t('verify.how', {
                seed: again.seed,
                schools: number(again.pool.schools),
                inspectors: number(again.pool.inspectors),
              })}
            </p>
          </>
        )}
      </QueryView>
    </Modal>
  );
}
