import { App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemMessage } from '@/lib/api/problem';
import { useNamed } from '@/lib/i18n/useNamed';
import { useOnce } from '@/lib/useOnce';
import { useLadderDeed, type Detail } from '../api/findings';

export type Rung = Detail['escalations'][number];
export type LadderAct = 'call' | 'take';

type Field = 'heldAt' | 'place' | 'called' | 'interviewers' | 'record' | 'promise' | 'recipients';
type Values = Partial<Record<Field, string>>;

/** What each act must write down: it goes into the document as it is. */
const FIELDS: Record<string, Field[]> = {
  'call INTERVIEW': ['heldAt', 'place', 'called', 'interviewers'],
  'take INTERVIEW': ['heldAt', 'place', 'called', 'interviewers', 'record', 'promise'],
  'take CRITICISM': ['record', 'recipients'],
  'take ACCOUNTABILITY': ['record', 'recipients'],
};
const MAY_BE_BLANK = new Set(['call interviewers', 'take interviewers', 'CRITICISM recipients']);
const LONG = new Set<Field>(['record', 'promise']);
const MOST: Record<Field, number> = {
  heldAt: 60,
  place: 100,
  called: 200,
  interviewers: 200,
  record: 4000,
  promise: 2000,
  recipients: 200,
};

interface Props {
  id: string;
  rung: Rung;
  act: LadderAct;
  onClose: () => void;
}

/** Calls the unit to an interview, or takes a step and writes down what came of it. */
export function LadderForm({ id, rung, act, onClose }: Props) {
  const { t } = useTranslation('rectification');
  const named = useNamed();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const deed = useLadderDeed(id);
  const fields = FIELDS[`${act} ${rung.step}`] ?? ['record'];
  const title = act === 'call' ? t('ladderCall') : t('ladderTake', { name: named(rung) });
  const label = (field: Field) =>
    field === 'record' ? t([`ladderFields.record${rung.step}`, 'ladderRecord']) : t(`ladderFields.${field}`);
  const finish = useOnce(({ record = '', ...details }: Values) =>
    deed
      .mutateAsync(
        act === 'call'
          ? { name: 'call', body: { after: rung.calls, details } }
          : { name: 'take', step: rung.step, body: { record, details } },
      )
      .then(() => {
        void message.success(t('done'));
        onClose();
      })
      .catch((error: unknown) => message.error(problemMessage(error, t), 8)),
  );
  return (
    <Modal
      open
      title={title}
      okText={t('ladderIssue')}
      onCancel={onClose}
      confirmLoading={deed.isPending}
      onOk={() => form.submit()}
    >
      <p>{t('ladderIssueText')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...rung.call }}
        onFinish={finish}
      >
        {fields.map((field) => (
          <Form.Item
            key={field}
            name={field}
            label={label(field)}
            rules={
              MAY_BE_BLANK.has(`${act} ${field}`) || MAY_BE_BLANK.has(`${rung.step} ${field}`)
                ? []
                : [{ required: true, message: t('required', { field: label(field) }) }]
            }
          >
            {LONG.has(field) ? (
              <Input.TextArea rows={4} maxLength={MOST[field]} />
            ) : (
              <Input maxLength={MOST[field]} placeholder={t(`ladderHints.${field}`)} />
            )}
          </Form.Item>
        ))}
      </Form>
    </Modal>
  );
}
