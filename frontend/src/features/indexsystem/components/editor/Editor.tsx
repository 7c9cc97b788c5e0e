import { App, Button, Tabs } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/layout/PageHeader';
import { Mark } from '@/components/states/Mark';
import { Empty } from '@/components/states/States';
import { ApiProblem, problemMessage } from '@/lib/api/problem';
import { number } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import { useUrlState } from '@/lib/url/useUrlState';
import { useKeepContext } from '@/lib/url/workContext';
import { useChangeSystem } from '../../api/changeSystem';
import type { IndexSystem } from '@/lib/indexsystem/model';
import { PhoneFrame } from '../preview/PhoneFrame';
import { all, fullMarks, items } from '@/lib/indexsystem/tree';
import { added, documentOf, find, replaced, without, type DraftDocument, type DraftNode } from './draft';
import styles from './editor.module.css';
import { ErrorSummary } from './ErrorSummary';
import { NodeForm } from './NodeForm';
import { NodeTree, type Adding } from './NodeTree';
import { draftProblems, fieldId, standing, type DraftProblem } from './problems';
import { SettingsForm } from './SettingsForm';
import { UploadSheet } from './UploadSheet';
import { useEditing, useLeaving } from './useEditing';

const NONE: DraftProblem[] = [];

/** The draft, its form and its preview; nothing is kept until it is saved, nothing lost without asking. */
export function Editor({ system, onReload }: { system: IndexSystem; onReload: () => void }) {
  const { t, i18n } = useTranslation('indexsystem');
  const { message, modal } = App.useApp();
  const named = useNamed();
  const keep = useKeepContext();
  const [tab = 'tree', setTab] = useUrlState('tab', { replace: true });
  const [phone, setPhone] = useUrlState('phone', { replace: true });
  const [uploading, setUploading] = useState(false);
  const [refused, setRefused] = useState<{ count: number; problems: DraftProblem[] }>();
  const { draft, changed, change, canUndo, undo, discard, forget } = useEditing(system);
  const [kept, keepSelected] = useUrlState('node', { replace: true });
  const [selected, select] = useState(() => all(draft.nodes).find((node) => node.code === kept)?.uid);
  const { save, upload } = useChangeSystem(system.id, system.lockVersion);
  useLeaving(changed && !save.isSuccess, discard);
  const problems = useMemo(() => (refused ? standing(refused.problems, draft) : NONE), [refused, draft]);
  const at = find(draft.nodes, selected);
  const full = fullMarks(draft.nodes);

  const withNodes = (nodes: DraftNode[], mark?: string) => {
    // its offer to undo is about the last step only
    message.destroy('removed');
    change({ ...draft, nodes }, mark);
  };
  const texts = (key: 'newIndicator' | 'newItem') => ({
    nameZh: i18n.getFixedT('zh-CN', 'indexsystem')(`edit.${key}`),
    nameEn: i18n.getFixedT('en', 'indexsystem')(`edit.${key}`),
  });
  const add = (as: Adding) => {
    const made = added(draft.nodes, selected, as, {
      indicator: texts('newIndicator'),
      item: texts('newItem'),
    });
    if (!made) return;
    withNodes(made.nodes);
    select(made.uid);
  };
  const remove = () => {
    if (!at) return;
    withNodes(without(draft.nodes, at.node.uid));
    select((at.siblings[at.index + 1] ?? at.siblings[at.index - 1] ?? at.parent)?.uid);
    void message.info({
      key: 'removed',
      duration: 6,
      content: (
        <>
          {t('edit.removed', { name: named(at.node) })}{' '}
          <Button
            size="small"
            type="link"
            onClick={() => {
              message.destroy('removed');
              undo();
            }}
          >
            {t('edit.undo')}
          </Button>
        </>
      ),
    });
  };
  const goTo = (problem: DraftProblem) => {
    const node = find(draft.nodes, problem.uid);
    setTab(node || problem.path === 'nodes' ? undefined : 'settings');
    if (node) select(node.node.uid);
    // the form of the node is drawn first
    requestAnimationFrame(() =>
      requestAnimationFrame(() => document.getElementById(fieldId(problem.uid, problem.path))?.focus()),
    );
  };
  const stale = () =>
    void modal.confirm({
      title: t('edit.stale'),
      content: t('edit.staleText'),
      okText: t('edit.staleReload'),
      cancelText: t('edit.staleStay'),
      onOk: () => {
        discard();
        onReload();
      },
    });
  const store = () => {
    setRefused(undefined);
    save.mutateAsync(documentOf(draft)).then(
      () => {
        forget();
        void message.success(t('edit.savedNow'));
      },
      (error: unknown) => {
        if (error instanceof ApiProblem && error.status === 412) return stale();
        const found = draftProblems(error, draft);
        if (found.length === 0) return void message.error(problemMessage(error, t), 8);
        setRefused({ count: found.length, problems: found });
        void message.error(t('edit.refused', { count: found.length }), 8);
      },
    );
  };
  const confirmDiscard = () =>
    void modal.confirm({
      title: t('edit.discard'),
      content: t('edit.discardSure'),
      okText: t('edit.discard'),
      cancelText: t('common:action.cancel'),
      okButtonProps: { danger: true },
      onOk: discard,
    });

  const tree = (
    <div className={styles.split} data-phone={phone}>
      <div className={styles.pane}>
        <NodeTree
          nodes={draft.nodes}
          selected={at?.node.uid}
          wrong={new Set(problems.flatMap((problem) => problem.uid ?? []))}
          onSelect={(uid) => {
            select(uid);
            keepSelected(find(draft.nodes, uid)?.node.code);
          }}
          onMove={(nodes) => withNodes(nodes)}
          onAdd={add}
          onRemove={remove}
        />
      </div>
      <div className={styles.pane}>
        {at ? (
          <NodeForm
            key={at.node.uid}
            node={at.node}
            weighted={at.parent?.combine === 'WEIGHTED_MEAN'}
            problems={problems}
            onChange={(part, field) =>
              withNodes(replaced(draft.nodes, at.node.uid, part), `${at.node.uid}.${field}`)
            }
          />
        ) : (
          <Empty title={t('edit.choose')}>{t('edit.chooseHint')}</Empty>
        )}
      </div>
      {phone && (
        <PhoneFrame
          title={named(draft)}
          nodes={draft.nodes}
          start={at?.node.item ? at.node.code : undefined}
        />
      )}
    </div>
  );
  return (
    <>
      <PageHeader
        title={t('edit.title', { name: named(draft) })}
        back={{ to: keep(`/index-systems/${system.id}`), label: t('edit.back') }}
        state={
          <>
            {t('edit.state', {
              version: t('version', { version: draft.version }),
              items: items(draft.nodes).length,
              full: full === null ? t('page.noPoints') : t('page.fullMarks', { full: number(full) }),
            })}{' '}
            <Mark plain tone={changed ? 'dueSoon' : 'done'}>
              {t(changed ? 'edit.unsaved' : 'edit.saved')}
            </Mark>
          </>
        }
        actions={
          <>
            <Button disabled={!canUndo} onClick={undo}>
              {t('edit.undo')}
            </Button>
            <Button disabled={!changed} onClick={confirmDiscard}>
              {t('edit.discard')}
            </Button>
            <Button disabled={changed} onClick={() => setUploading(true)}>
              {t('edit.upload')}
            </Button>
            <Button aria-pressed={Boolean(phone)} onClick={() => setPhone(phone ? undefined : '1')}>
              {t(phone ? 'edit.phoneHide' : 'edit.phone')}
            </Button>
            <Button type="primary" disabled={!changed} loading={save.isPending} onClick={store}>
              {t('edit.save')}
            </Button>
          </>
        }
      />
      {refused && problems.length > 0 && (
        <ErrorSummary key={refused.count} draft={draft} problems={problems} onGo={goTo} />
      )}
      <Tabs
        activeKey={tab}
        onChange={(key) => setTab(key === 'tree' ? undefined : key)}
        items={[
          { key: 'tree', label: t('edit.tabs.tree'), children: tree },
          {
            key: 'settings',
            label: t('edit.tabs.settings'),
            children: (
              <SettingsForm
                draft={draft}
                problems={problems}
                onChange={(part: Partial<DraftDocument>, field) => change({ ...draft, ...part }, field)}
              />
            ),
          },
        ]}
      />
      {uploading && <UploadSheet id={system.id} upload={upload} onClose={() => setUploading(false)} />}
    </>
  );
}
