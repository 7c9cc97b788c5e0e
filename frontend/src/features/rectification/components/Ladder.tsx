import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { date } from '@/lib/format/dates';
import { useNamed } from '@/lib/i18n/useNamed';
import { useTakeStep, type Detail } from '../api/findings';
import styles from './rectification.module.css';

type Rung = Detail['escalations'][number];

/** The steps of the ladder that fell due; one a person must take can be taken here. */
export function Ladder({ detail }: { detail: Detail }) {
  const { t } = useTranslation('rectification');
  const named = useNamed();
  const may = usePermission();
  const [taking, setTaking] = useState<Rung>();
  if (detail.escalations.length === 0) return <p>{t('ladderNone')}</p>;
  return (
    <>
      <ol className={styles.timeline}>
        {detail.escalations.map((rung) => (
          <li key={rung.id}>
            <strong>{named(rung)}</strong>
            <small>
              {t('ladderDue', { date: date(rung.dueOn) })} ·{' '}
              {rung.automatic
                ? t('ladderAuto')
                : rung.takenOn && t('ladderTaken', { date: date(rung.takenOn), name: rung.takerName })}
            </small>
            {rung.record && <p>{rung.record}</p>}
            {!rung.automatic && !rung.takenOn && may('finding:extend') && (
              <Button size="small" onClick={() => setTaking(rung)}>
                {t('ladderTake', { name: named(rung) })}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {taking && <Take id={detail.finding.id} rung={taking} onClose={() => setTaking(undefined)} />}
    </>
  );
}

function Take({ id, rung, onClose }: { id: string; rung: Rung; onClose: () => void }) {
  const { t } = useTranslation('rectification');
  const named = useNamed();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ record: string }>();
  const take = useTakeStep(id);
  return (
    <Modal
      open
      title={t('ladderTake', { name: named(rung) })}
      onCancel={onClose}
      confirmLoading={take.isPending}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ record }) =>
          take.mutate(
            { step: rung.step, record },
            { onSuccess: onClose, onError: (error) => void message.error(problemMessage(error, t), 8) },
          )
        }
      >
        <Form.Item
          name="record"
          label={t('ladderRecord')}
          rules={[{ required: true, message: t('required', { field: t('ladderRecord') }) }]}
        >
          <Input.TextArea rows={5} maxLength={4000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
