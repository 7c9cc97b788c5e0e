import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/layout/Section';
import { Mark } from '@/components/states/Mark';
import { Empty } from '@/components/states/States';
import { number } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import { useUrlState } from '@/lib/url/useUrlState';
import type { IndexNode } from '@/lib/indexsystem/model';
import { all, fullMarks, narrowed } from '@/lib/indexsystem/tree';
import styles from './tree.module.css';
import { useItemWords } from './useItemWords';

/** The indicators to read: every branch down to its items, with how each is scored in words. */
export function IndicatorTree({ nodes }: { nodes: IndexNode[] }) {
  const { t } = useTranslation('indexsystem');
  const [q, setQ] = useUrlState('q', { replace: true });
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const shown = narrowed(nodes, q ?? '');
  const groups = all(nodes).filter((node) => !node.item);
  const toggle = (code: string) =>
    setClosed((before) => {
      const after = new Set(before);
      if (!after.delete(code)) after.add(code);
      return after;
    });
  return (
    <Section
      title={t('tree.label')}
      flush
      actions={
        <>
          <Input.Search
            className={styles.search}
            allowClear
            aria-label={t('tree.search')}
            placeholder={t('tree.search')}
            defaultValue={q}
            onSearch={(text) => setQ(text || undefined)}
          />
          <Button size="small" onClick={() => setClosed(new Set())}>
            {t('tree.expand')}
          </Button>
          <Button size="small" onClick={() => setClosed(new Set(groups.map((node) => node.code)))}>
            {t('tree.collapse')}
          </Button>
        </>
      }
    >
      {shown.length === 0 ? (
        <Empty title={t('common:state.nothingFound')} />
      ) : (
        <ul className={styles.tree} aria-label={t('tree.label')}>
          {shown.map((node) => (
            <Branch key={node.code} node={node} level={1} closed={closed} toggle={toggle} />
          ))}
        </ul>
      )}
    </Section>
  );
}

interface BranchProps {
  node: IndexNode;
  level: number;
  closed: ReadonlySet<string>;
  toggle: (code: string) => void;
}

function Branch({ node, level, closed, toggle }: BranchProps) {
  const { t } = useTranslation('indexsystem');
  const named = useNamed();
  const points = node.points ?? fullMarks(node.children);
  const open = !closed.has(node.code);
  const head = (
    <>
      <span className={styles.code}>{node.code}</span>
      <span className={styles.name}>{named(node)}</span>
    </>
  );
  const figures = (
    <span className={styles.points}>
      {node.weight !== null && <small>{t('tree.weight', { weight: number(node.weight) })}</small>}
      {node.bonus && <small>{t('tree.bonus')}</small>}
      {points !== null && (
        <span className="dd-num">
          {number(points)} {t('unit.points')}
        </span>
      )}
    </span>
  );
  if (node.item) {
    return (
      <li className={styles.item} data-level={level}>
        <div className={styles.row}>
          {head}
          <span className={styles.kind}>{t(`kind.${node.item.kind}`)}</span>
          {figures}
        </div>
        <How node={node} />
      </li>
    );
  }
  return (
    <li data-level={level}>
      <button
        type="button"
        className={`${styles.row} ${styles.group}`}
        aria-expanded={open}
        onClick={() => toggle(node.code)}
      >
        <span aria-hidden className={styles.arrow}>
          {open ? '▾' : '▸'}
        </span>
        {head}
        {node.combine && <span className={styles.kind}>{t(`combine.${node.combine}`)}</span>}
        {figures}
      </button>
      {open && (
        <ul>
          {node.children.map((child) => (
            <Branch key={child.code} node={child} level={level + 1} closed={closed} toggle={toggle} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** What to look at, how it scores, and what else counts. */
export function How({ node }: { node: IndexNode }) {
  const { t, i18n } = useTranslation('indexsystem');
  const words = useItemWords();
  const { item } = node;
  if (!item) return null;
  const english = i18n.language === 'en';
  const guide = (english && item.guideEn) || item.guideZh;
  const method = (english && item.methodEn) || item.methodZh;
  return (
    <div className={styles.how}>
      {guide && (
        <p>
          <b>{t('tree.guide')}</b> {guide}
        </p>
      )}
      <p>{words.rule(node)}</p>
      {method && (
        <p>
          <b>{t('tree.method')}</b> {method}
        </p>
      )}
      {words.notes(node).map((note) => (
        <Mark key={note.key} tone={note.strong ? 'failing' : 'quiet'}>
          {note.text}
        </Mark>
      ))}
    </div>
  );
}
