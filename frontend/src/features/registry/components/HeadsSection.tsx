import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DatePicker } from '@/components/forms/DatePicker';
import { Section } from '@/components/layout/Section';
import { QueryView } from '@/components/states/QueryView';
import { PlainTable } from '@/components/table/PlainTable';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { date } from '@/lib/format/dates';
import { headsQuery, useEnterHead, useRemoveHead } from '../api/heads';

/** Who headed the school when; what a head answers for is told by these days. */
export function HeadsSection({ schoolId }: { schoolId: string }) {
  const { t } = useTranslation('registry');
  const may = usePermission();
  const { message, modal } = App.useApp();
  const query = useQuery(headsQuery(schoolId));
  const [entering, setEntering] = useState(false);
  const [form] = Form.useForm<{ since: Dayjs; name: string }>();
  const enter = useEnterHead(schoolId);
  const remove = useRemoveHead(schoolId);
  const fail = (error: unknown) => void message.error(problemMessage(error, t), 8);
  const needed = (field: 'since' | 'name') => [
    { required: true, message: t('heads.required', { field: t(`heads.${field}`) }) },
  ];
  return (
    <Section
      title={t('heads.title')}
      note={t('heads.note')}
      actions={may('school:write') && <Button onClick={() => setEntering(true)}>{t('heads.enter')}</Button>}
    >
      <QueryView query={query}>
        {(heads) =>
          heads.length === 0 ? (
            <p>{t('heads.none')}</p>
          ) : (
            <PlainTable
              label={t('heads.title')}
              columns={[
                { title: t('heads.name') },
                { title: t('heads.since') },
                { title: t('heads.until') },
                { title: '' },
              ]}
              rows={heads.map((head) => ({
                key: head.since,
                cells: [
                  head.name,
                  date(head.since),
                  head.until ? date(head.until) : t('heads.now'),
                  may('school:write') && (
                    <Button
                      key="remove"
                      type="link"
                      size="small"
                      onClick={() =>
                        void modal.confirm({
                          title: t('heads.removeSure', { name: head.name }),
                          okText: t('heads.remove'),
                          onOk: () => remove.mutateAsync(head.since).catch(fail),
                        })
                      }
                    >
                      {t('heads.remove')}
                    </Button>
                  ),
                ],
              }))}
            />
          )
        }
      </QueryView>
      <Modal
        open={entering}
        title={t('heads.enter')}
        okText={t('heads.enter')}
        confirmLoading={enter.isPending}
        onCancel={() => setEntering(false)}
        onOk={() => form.submit()}
        destroyOnHidden
      >
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          preserve={false}
          onFinish={({ since, name }) =>
            enter.mutate(
              { since: since.format('YYYY-MM-DD'), name },
              { onSuccess: () => setEntering(false), onError: fail },
            )
          }
        >
          <Form.Item name="name" label={t('heads.name')} rules={needed('name')}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item
            name="since"
            label={t('heads.since')}
            extra={t('heads.sinceHelp')}
            rules={needed('since')}
          >
            <DatePicker />
          </Form.Item>
        </Form>
      </Modal>
    </Section>
  );
}
