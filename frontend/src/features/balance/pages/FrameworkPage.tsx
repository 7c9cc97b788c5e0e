import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { PageHeader } from '@/components/layout/PageHeader';
import { Section } from '@/components/layout/Section';
import { Mark } from '@/components/states/Mark';
import { QueryView } from '@/components/states/QueryView';
import { Empty } from '@/components/states/States';
import { factCatalogueQuery } from '@/lib/api/facts';
import { usePermission, useToday } from '@/lib/api/me';
import { problemMessage } from '@/lib/api/problem';
import type { Asked } from '@/lib/api/types';
import { useNamed } from '@/lib/i18n/useNamed';
import { useKeepContext } from '@/lib/url/workContext';
import { useDraft } from '../api/changeFramework';
import { frameworksQuery } from '../api/frameworks';
import { CopyDialog } from '../components/framework/CopyDialog';
import { lowered, moved, withIndicator, without, withValue, type Draft } from '../components/framework/draft';
import styles from '../components/framework/framework.module.css';
import { parameterNames } from '../components/framework/indicatorForm';
import { IndicatorDrawer } from '../components/framework/IndicatorDrawer';
import { Indicators } from '../components/framework/Indicators';
import { Parameters } from '../components/framework/Parameters';
import { changedIndicators, differences, grouped } from '../components/framework/parameters';
import { draftProblems, NO_PROBLEMS } from '../components/framework/problems';
import { useDraftEditing } from '../components/framework/useDraftEditing';
import { parameterValue, type Framework } from '../model';

type Change = Asked<'updateFramework'>;

/** A framework as data: every indicator and parameter with its source; a draft can be edited. */
export function FrameworkPage() {
  const { t } = useTranslation('balance');
  const { id } = useParams();
  const query = useQuery(frameworksQuery);
  return (
    <QueryView query={query} lines={10}>
      {(list) => {
        const framework = list.find((one) => one.id === id);
        if (!framework) return <Empty title={t('frameworks.notFound')} />;
        return (
          <Loaded key={`${framework.id}${framework.lockVersion}`} framework={framework} frameworks={list} />
        );
      }}
    </QueryView>
  );
}

function Loaded({ framework, frameworks }: { framework: Framework; frameworks: Framework[] }) {
  const { t, i18n } = useTranslation('balance');
  const { message, modal } = App.useApp();
  const named = useNamed();
  const may = usePermission();
  const go = useNavigate();
  const keep = useKeepContext();
  const today = useToday();
  const facts = useQuery(factCatalogueQuery).data ?? [];
  const { update, publish, remove } = useDraft(framework);
  const editing = useDraftEditing(framework);
  const [copying, setCopying] = useState(false);
  /** code of the indicator whose form is open; empty for a new one */
  const [open, setOpen] = useState<string>();
  const isDraft = framework.state === 'DRAFT';
  const editable = isDraft && may('framework:edit');
  const { draft, unsaved } = editable ? editing : { draft: framework, unsaved: 0 };
  const base = frameworks.find((one) => one.id === framework.basedOn);
  const chinese = i18n.getFixedT('zh-CN', 'balance');
  const around = {
    base: base?.parameters ?? [],
    ownSource: chinese('frameworks.ownSource'),
    today,
  };
  const changed = differences(draft.parameters, base);
  const indicatorChanges = base ? changedIndicators(draft.indicators, base.indicators) : 0;
  const unverified = draft.parameters.filter((p) => !p.verified && parameterValue(p) !== null).length;
  const problems = update.error ? draftProblems(update.error) : NO_PROBLEMS;
  const fail = (error: unknown) => void message.error(problemMessage(error, t), 8);
  const indicator = draft.indicators.find((one) => one.code === open);

  const change = (next: Draft, mark?: string) => {
    const required = lowered(draft, next);
    if (required !== undefined && mark === undefined)
      void message.info({
        key: 'required',
        content: t('frameworks.requiredLowered', { count: required }),
        duration: 6,
      });
    editing.change(next, mark);
  };
  const save = () => {
    const request: unknown = {
      nameZh: framework.nameZh,
      nameEn: framework.nameEn,
      source: framework.source,
      decision: framework.decision,
      indicators: draft.indicators,
      parameters: draft.parameters,
    };
    update.mutate(request as Change, {
      onSuccess: () => void message.success(t('frameworks.saved')),
      onError: (error) => {
        const { count } = draftProblems(error);
        if (count > 0) void message.error(t('frameworks.refused', { count }), 8);
        else fail(error);
      },
    });
  };
  const ask = (key: string, danger: boolean, onOk: () => unknown, count?: number) =>
    void modal.confirm({
      title: t(`frameworks.${key}`),
      content: t(`frameworks.${key}Sure`, { count }),
      okText: t(`frameworks.${key}`),
      okButtonProps: { danger },
      onOk,
    });

  return (
    <>
      <PageHeader
        title={named(framework)}
        back={{ to: keep('/frameworks'), label: t('frameworks.back') }}
        tags={<Mark tone={isDraft ? 'dueSoon' : 'done'}>{t(`frameworks.states.${framework.state}`)}</Mark>}
        state={
          <>
            {framework.code} · {t('frameworks.version')} {framework.version} · {framework.source} ·{' '}
            {t(`frameworks.decisions.${framework.decision}`)}
          </>
        }
        actions={
          <>
            {unsaved > 0 && <span className="dd-faint">{t('frameworks.unsaved', { count: unsaved })}</span>}
            {editable && editing.canUndo && <Button onClick={editing.undo}>{t('frameworks.undo')}</Button>}
            {unsaved > 0 && (
              <Button onClick={() => ask('discard', true, editing.discard, unsaved)}>
                {t('frameworks.discard')}
              </Button>
            )}
            {may('framework:edit') && unsaved === 0 && (
              <Button onClick={() => setCopying(true)}>{t('frameworks.copy')}</Button>
            )}
            {editable && unsaved === 0 && (
              <Button
                danger
                onClick={() =>
                  ask('remove', true, () =>
                    remove.mutateAsync().then(() => void go(keep('/frameworks')), fail),
                  )
                }
              >
                {t('frameworks.remove')}
              </Button>
            )}
            {unsaved > 0 && (
              <Button type="primary" loading={update.isPending} onClick={save}>
                {t('frameworks.save')}
              </Button>
            )}
            {isDraft && unsaved === 0 && may('framework:publish') && (
              <Button
                type="primary"
                onClick={() =>
                  ask('publish', false, () =>
                    publish.mutateAsync().then(() => void message.success(t('frameworks.published')), fail),
                  )
                }
              >
                {t('frameworks.publish')}
              </Button>
            )}
          </>
        }
      />
      {unverified > 0 && (
        <p className={styles.notice}>
          <Mark tone="dueSoon">{t('frameworks.unverifiedState', { count: unverified })}</Mark>{' '}
          {t('frameworks.unverifiedHint')}
        </p>
      )}
      {editable && unsaved === 0 && !may('framework:publish') && (
        <p className={styles.notice}>{t('frameworks.publishByDirector')}</p>
      )}
      {base && changed.size + indicatorChanges > 0 && (
        <p className={styles.notice}>
          <Mark tone="accent">
            {t('frameworks.changedCount', { count: changed.size + indicatorChanges })}
          </Mark>
        </p>
      )}
      <Indicators
        indicators={draft.indicators}
        problems={problems}
        edit={
          editable
            ? {
                add: () => setOpen(''),
                open: setOpen,
                move: (code, by) => change(moved(draft, code, by, around)),
                remove: (code) => change(without(draft, code, around)),
              }
            : undefined
        }
      />
      {grouped(draft.parameters).map(({ group, parameters }) => (
        <Section key={group} title={t(`frameworks.groups.${group}`)}>
          <Parameters
            parameters={parameters}
            label={t(`frameworks.groups.${group}`)}
            changed={changed}
            problems={problems.parameters}
            onChange={
              editable ? (code, value) => change(withValue(draft, code, value, around), code) : undefined
            }
          />
        </Section>
      ))}
      {copying && <CopyDialog framework={framework} onClose={() => setCopying(false)} />}
      {open !== undefined && (
        <IndicatorDrawer
          key={open}
          draft={draft}
          indicator={indicator}
          facts={facts}
          frameworks={frameworks}
          problems={problems}
          ownSource={around.ownSource}
          onClose={() => setOpen(undefined)}
          onApply={(form) => {
            const fact = facts.find((one) => one.code === form.additionFact);
            const names = parameterNames(form, fact, chinese, i18n.getFixedT('en', 'balance'));
            change(withIndicator(draft, indicator, form, fact?.level === 'SCHOOL', names, around));
            setOpen(undefined);
          }}
        />
      )}
    </>
  );
}
