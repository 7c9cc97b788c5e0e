import { App, Button, Flex, Form, Input, Select, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/layout/Section';
import { PlainTable } from '@/components/table/PlainTable';
import { problemMessage } from '@/lib/api/problem';
import { LANGUAGES, languageNames } from '@/lib/i18n/language';
import { useChangeSettings, useTrial, type Settings, type SettingsRequest } from '../api/messages';

const MODES = ['NOW', 'DIGEST', 'OFF'] as const;
type Mode = (typeof MODES)[number];

interface Fields {
  email?: string;
  mobile?: string;
  language: 'zh' | 'en';
  quietFrom?: Dayjs | null;
  quietUntil?: Dayjs | null;
  digest?: Dayjs | null;
  kinds: Record<string, { EMAIL: Mode; WEBHOOK: Mode }>;
}

const time = (value: string | null) => (value === null ? undefined : dayjs(`2026-01-01T${value}`));
const written = (value: Dayjs | null | undefined) => value?.format('HH:mm');
// a dot in a name would nest the form's values
const plain = (code: string) => code.replace('.', '/');

/** The choices, saved together. */
export function SettingsForm({ settings }: { settings: Settings }) {
  const { t } = useTranslation('messages');
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const change = useChangeSettings(settings.version);
  const trial = useTrial();
  const fail = (error: unknown) => void message.error(problemMessage(error, t), 8);
  const missing = (channel: 'EMAIL' | 'WEBHOOK') => !settings.channels.includes(channel);
  const save = (fields: Fields) =>
    change.mutate(asked(fields, settings), {
      onSuccess: () => void message.success(t('saved')),
      onError: fail,
    });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={save}
      initialValues={{
        email: settings.email ?? undefined,
        mobile: settings.mobile ?? undefined,
        language: settings.language,
        quietFrom: time(settings.quietFrom),
        quietUntil: time(settings.quietUntil),
        digest: time(settings.digestAt),
        kinds: Object.fromEntries(
          settings.kinds.map((kind) => [plain(kind.code), { EMAIL: kind.email, WEBHOOK: kind.webhook }]),
        ),
      }}
    >
      <Section title={t('ways')}>
        <Form.Item
          name="email"
          label={t('email')}
          extra={missing('EMAIL') ? t('notSetUp') : t('emailHelp')}
          rules={[{ type: 'email', message: t('badEmail') }]}
        >
          <Input maxLength={200} style={{ maxWidth: 400 }} />
        </Form.Item>
        <Form.Item
          name="mobile"
          label={t('mobile')}
          extra={missing('WEBHOOK') ? t('notSetUp') : t('mobileHelp')}
          rules={[{ pattern: /^\+?[0-9]{5,20}$/, message: t('badMobile') }]}
        >
          <Input maxLength={21} style={{ maxWidth: 400 }} />
        </Form.Item>
        <Form.Item name="language" label={t('language')}>
          <Select
            style={{ maxWidth: 400 }}
            options={LANGUAGES.map((one) => ({ value: one.slice(0, 2), label: languageNames[one] }))}
          />
        </Form.Item>
      </Section>
      <Section title={t('when')}>
        <Flex gap={16} wrap>
          <Form.Item name="quietFrom" label={t('quietFrom')} extra={t('quietHelp')}>
            <TimePicker format="HH:mm" minuteStep={5} />
          </Form.Item>
          <Form.Item
            name="quietUntil"
            label={t('quietUntil')}
            dependencies={['quietFrom']}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_, value: Dayjs | null) =>
                  Boolean(value) === Boolean(getFieldValue('quietFrom'))
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('quietBoth'))),
              }),
            ]}
          >
            <TimePicker format="HH:mm" minuteStep={5} />
          </Form.Item>
        </Flex>
        <Form.Item name="digest" label={t('digest')} extra={t('digestHelp')}>
          <TimePicker format="HH:mm" minuteStep={5} />
        </Form.Item>
      </Section>
      <Section title={t('kinds')}>
        <PlainTable
          label={t('kinds')}
          columns={[{ title: t('kind') }, { title: t('byEmail') }, { title: t('byWebhook') }]}
          rows={settings.kinds.map((kind) => ({
            key: kind.code,
            cells: [
              kind.name,
              ...(['EMAIL', 'WEBHOOK'] as const).map((channel) => (
                <Form.Item key={channel} name={['kinds', plain(kind.code), channel]} noStyle>
                  <Select
                    aria-label={t('modeOf', { kind: kind.name, channel: t(`channels.${channel}`) })}
                    variant="borderless"
                    popupMatchSelectWidth={false}
                    options={MODES.map((value) => ({ value, label: t(`modes.${value}`) }))}
                  />
                </Form.Item>
              )),
            ],
          }))}
        />
      </Section>
      <Flex gap={8} wrap style={{ marginBottom: 16 }}>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('save')}
        </Button>
        <Button
          disabled={settings.channels.length === 0}
          onClick={() =>
            trial.mutate(undefined, {
              onSuccess: () => void message.success(t('trialSent')),
              onError: fail,
            })
          }
        >
          {t('trial')}
        </Button>
      </Flex>
    </Form>
  );
}

function asked(fields: Fields, settings: Settings): SettingsRequest {
  return {
    email: fields.email || undefined,
    mobile: fields.mobile || undefined,
    language: fields.language,
    quietFrom: written(fields.quietFrom),
    quietUntil: written(fields.quietUntil),
    digestAt: written(fields.digest),
    choices: settings.kinds.flatMap(({ code }) =>
      (['EMAIL', 'WEBHOOK'] as const).map((channel) => ({
        kind: code,
        channel,
        mode: fields.kinds[plain(code)]?.[channel] ?? 'OFF',
      })),
    ),
  };
}
