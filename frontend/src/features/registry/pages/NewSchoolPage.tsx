import { App, Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { NoPermission } from '@/components/states/States';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { useKeepContext } from '@/lib/url/workContext';
import { useRegisterSchool } from '../api/changeSchool';
import { SchoolForm, type SchoolFields } from '../components/SchoolForm';

export function NewSchoolPage() {
  const { t } = useTranslation('registry');
  const { message } = App.useApp();
  const may = usePermission();
  const go = useNavigate();
  const keep = useKeepContext();
  const [form] = Form.useForm<SchoolFields>();
  const register = useRegisterSchool();
  if (!may('school:write')) return <NoPermission />;
  return (
    <>
      <PageHeader
        title={t('form.newTitle')}
        back={{ to: keep('/schools'), label: t('school.back') }}
        actions={
          <Button type="primary" loading={register.isPending} onClick={() => form.submit()}>
            {t('form.register')}
          </Button>
        }
      />
      <Section>
        <SchoolForm
          form={form}
          id="school"
          onFinish={({ code = '', name = '', ...details }) =>
            register.mutate(
              { code, name, details },
              {
                onSuccess: (school) => {
                  void message.success(t('school.registered'));
                  void go(keep(`/schools/${school.id}?tab=profile`));
                },
                onError: (error) => void message.error(problemMessage(error, t)),
              },
            )
          }
        />
      </Section>
    </>
  );
}
