import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { Empty, NoPermission } from '@/components/states/States';
import { QueryView } from '@/components/states/QueryView';
import { usePermission } from '@/lib/api/me';
import { useUrlState } from '@/lib/url/useUrlState';
import { useKeepContext, useWorkContext } from '@/lib/url/workContext';
import { findingsQuery, useUnits } from '../api/findings';
import { useDraftNotice } from '../api/notices';
import { DemandsForm } from '../components/DemandsForm';

/** Chooses the findings of one school or township and says what is demanded for each. */
export function DraftPage() {
  const { t } = useTranslation('rectification');
  const may = usePermission();
  const navigate = useNavigate();
  const keep = useKeepContext();
  const { region } = useWorkContext();
  const [unit, choose] = useUrlState('unit', { replace: true });
  const [picked] = useUrlState('pick');
  const [typed, setTyped] = useState('');
  const units = useUnits(region, typed);
  const draft = useDraftNotice();
  const findings = useQuery({
    ...findingsQuery({ unit, state: 'RAISED', size: 50 }),
    enabled: unit !== undefined,
  });
  const name = findings.data?.items[0]?.unitName;
  const known = units.some((group) => group.options.some((one) => one.value === unit));
  const options = unit && name && !known ? [{ value: unit, label: name }, ...units] : units;
  // never its id: a unit all of whose findings are in a notice is chosen anew
  const shown = options.some((group) =>
    ('options' in group ? group.options : [group]).some((one) => one.value === unit),
  );
  if (!may('notice:draft')) return <NoPermission />;
  return (
    <>
      <PageHeader
        back={{ to: keep('/rectification/notices'), label: t('noticeList.title') }}
        title={t('draftForm.title')}
        state={t('draftForm.state')}
      />
      <Section title={t('draftForm.school')}>
        <Select
          aria-label={t('draftForm.school')}
          style={{ width: '100%', maxWidth: 480 }}
          showSearch={{ filterOption: false, onSearch: setTyped }}
          placeholder={t('raiseForm.schoolHelp')}
          value={shown ? unit : undefined}
          onChange={choose}
          options={options}
        />
      </Section>
      {unit && (
        <QueryView query={findings}>
          {(page) =>
            page.items.length === 0 ? (
              <Empty title={t('draftForm.none')} />
            ) : (
              <DemandsForm
                key={unit}
                findings={page.items}
                picked={picked?.split(',')}
                title={t('draftForm.defaultName', { unit: page.items[0]?.unitName })}
                onSave={async (request) => {
                  const made = await draft.mutateAsync(request);
                  void navigate(keep(`/rectification/notices/${made.notice.id}`));
                }}
              />
            )
          }
        </QueryView>
      )}
    </>
  );
}
