import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { PageHeader } from '@/components/layout/PageHeader';
import { NoPermission } from '@/components/states/States';
import { QueryView } from '@/components/states/QueryView';
import { usePermission } from '@/lib/api/me';
import { useKeepContext } from '@/lib/url/workContext';
import { findingsQuery } from '../api/findings';
import { noticeQuery, useEditNotice, type NoticeWithFindings } from '../api/notices';
import { DemandsForm } from '../components/DemandsForm';
import { GivenBack } from '../components/GivenBack';

/** A draft changed: its findings and the others of the unit that wait for a notice. */
export function EditNoticePage() {
  const { id = '' } = useParams();
  const may = usePermission();
  // read anew: what is edited must be what is stored, whatever was looked at before
  const query = useQuery({ ...noticeQuery(id), staleTime: 0, gcTime: 0, refetchOnWindowFocus: false });
  if (!may('notice:draft')) return <NoPermission />;
  return <QueryView query={query}>{(data) => <Edit data={data} />}</QueryView>;
}

function Edit({ data: { notice, findings } }: { data: NoticeWithFindings }) {
  const { t } = useTranslation('rectification');
  const navigate = useNavigate();
  const keep = useKeepContext();
  const edit = useEditNotice(notice);
  const others = useQuery(
    findingsQuery({ unit: notice.schoolId ?? notice.regionCode, state: 'RAISED', size: 50 }),
  );
  const page = keep(`/rectification/notices/${notice.id}`);
  return (
    <>
      <PageHeader
        back={{ to: page, label: notice.title }}
        title={t('draftForm.editTitle')}
        state={t('noticePage.to', { unit: notice.unitName })}
      />
      <GivenBack notice={notice} />
      <QueryView query={others}>
        {(free) => (
          <DemandsForm
            findings={[...findings, ...free.items]}
            picked={findings.map((f) => f.id)}
            title={notice.title}
            copies={notice.copies}
            onSave={async (request) => {
              await edit.mutateAsync(request);
              void navigate(page);
            }}
          />
        )}
      </QueryView>
    </>
  );
}
