import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { DocumentsOf } from '@/components/documents/DocumentsOf';
import { documentsQuery } from '@/lib/api/documents';
import { usePermission } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import { usePlanDeed, type KeyPoints } from '../api/plans';

/** The document issued of approved key points, or the step that issues it. */
export function IssuedPoints({ of, approval }: { of: KeyPoints; approval: string }) {
  const { t } = useTranslation('plans');
  const { modal, message } = App.useApp();
  const may = usePermission();
  const client = useQueryClient();
  const deed = usePlanDeed();
  const { data } = useQuery({
    ...documentsQuery({ subject: approval, size: 100 }),
    enabled: may('document:read'),
  });
  const issue = () =>
    void modal.confirm({
      title: t('points.issueOf', { title: of.title }),
      content: t('points.issueWhat'),
      okText: t('points.issue'),
      onOk: () =>
        deed
          .mutateAsync({ name: 'issuePoints', approval })
          .then(() => client.invalidateQueries({ queryKey: ['publication'] }))
          .catch((error: unknown) => void message.error(problemMessage(error, t), 8)),
    });
  return (
    <>
      <DocumentsOf subject={approval} />
      {data?.items.length === 0 && may('visitplan:write') && may('document:handle') && (
        <p>
          <Button onClick={issue}>{t('points.issue')}</Button>
        </p>
      )}
    </>
  );
}
