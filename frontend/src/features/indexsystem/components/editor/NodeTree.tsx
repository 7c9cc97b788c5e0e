import { Button, Tree } from 'antd';
import { useState, type Key, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '@/lib/format/numbers';
import { useNamed } from '@/lib/i18n/useNamed';
import { all, fullMarks, mismatch } from '@/lib/indexsystem/tree';
import { find, placed, stepped, type DraftNode, type Step } from './draft';
import styles from './editor.module.css';

export type Adding = 'child' | 'sibling' | 'childIndicator';

interface Props {
  nodes: DraftNode[];
  selected: string | undefined;
  /** nodes the server refused something in */
  wrong: ReadonlySet<string>;
  onSelect: (uid: string) => void;
  onMove: (nodes: DraftNode[]) => void;
  onAdd: (as: Adding) => void;
  onRemove: () => void;
}

const STEPS: Record<string, Step> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' };

/** The tree under edit: by dragging, by buttons, and by keys on the selected line. */
export function NodeTree({ nodes, selected, wrong, onSelect, onMove, onAdd, onRemove }: Props) {
  const { t } = useTranslation('indexsystem');
  const named = useNamed();
  const [closed, setClosed] = useState<ReadonlySet<Key>>(new Set());
  const at = find(nodes, selected);
  const step = (by: Step) => selected && stepped(nodes, selected, by);
  const go = (by: Step) => {
    const next = step(by);
    if (next) onMove(next);
  };
  const keys = (event: KeyboardEvent) => {
    const by = event.altKey ? STEPS[event.key] : undefined;
    const acts = by
      ? () => go(by)
      : event.key === 'Delete' && at
        ? onRemove
        : event.altKey && event.key === 'Enter'
          ? () => onAdd(event.shiftKey ? 'child' : 'sibling')
          : undefined;
    if (!acts) return;
    event.preventDefault();
    event.stopPropagation();
    acts();
  };
  const title = (node: DraftNode) => {
    const bad = mismatch(node);
    const points = node.points ?? fullMarks(node.children);
    return (
      <span className={styles.node} data-wrong={bad || wrong.has(node.uid) || undefined}>
        <span className={styles.nodeCode}>{node.code}</span>
        <span className={styles.nodeName}>{named(node) || t('edit.unnamed')}</span>
        {(bad || wrong.has(node.uid)) && <span aria-hidden>✕</span>}
        {points !== null && (
          <span className={styles.nodePoints}>
            {bad
              ? t('edit.addsUp', { said: number(bad.said), added: number(bad.added) })
              : `${number(points)} ${t('unit.points')}`}
          </span>
        )}
      </span>
    );
  };
  const data = (list: DraftNode[]): { key: string; title: React.ReactNode; children: never[] }[] =>
    list.map((node) => ({
      key: node.uid,
      title: title(node),
      isLeaf: node.item !== null,
      children: data(node.children) as never[],
    }));
  const groups = all(nodes).filter((node) => node.children.length > 0);
  const tools: { key: string; label: string; off: boolean; run: () => void; danger?: boolean }[] = [
    { key: 'up', label: '↑', off: !step('up'), run: () => go('up') },
    { key: 'down', label: '↓', off: !step('down'), run: () => go('down') },
    { key: 'out', label: '←', off: !step('out'), run: () => go('out') },
    { key: 'in', label: '→', off: !step('in'), run: () => go('in') },
  ];
  const deep = at?.level ?? 0;
  return (
    <div className={styles.treeBox}>
      <div className={styles.tools} role="toolbar" aria-label={t('edit.tools')}>
        {tools.map((tool) => (
          <Button
            key={tool.key}
            size="small"
            disabled={tool.off}
            title={t(`edit.tool.${tool.key}`)}
            aria-label={t(`edit.tool.${tool.key}`)}
            onClick={tool.run}
          >
            {tool.label}
          </Button>
        ))}
        <Button size="small" onClick={() => onAdd('sibling')}>
          {t(at?.node.item ? 'edit.addItemAfter' : 'edit.addIndicatorAfter')}
        </Button>
        <Button size="small" disabled={!at || Boolean(at.node.item)} onClick={() => onAdd('child')}>
          {t('edit.addItem')}
        </Button>
        <Button
          size="small"
          disabled={!at || Boolean(at.node.item) || deep >= 3}
          onClick={() => onAdd('childIndicator')}
        >
          {t('edit.addIndicator')}
        </Button>
        <Button size="small" danger disabled={!at} onClick={onRemove}>
          {t('common:action.remove')}
        </Button>
      </div>
      <p className={styles.hint}>{t('edit.treeHint')}</p>
      {/* keys act on the selected line before the tree's own arrows do */}
      {}
      <div onKeyDownCapture={keys}>
        <Tree
          blockNode
          draggable={{ icon: false }}
          aria-label={t('tree.label')}
          treeData={data(nodes)}
          selectedKeys={selected ? [selected] : []}
          expandedKeys={groups.map((node) => node.uid).filter((uid) => !closed.has(uid))}
          onExpand={(open) =>
            setClosed(new Set(groups.map((node) => node.uid).filter((uid) => !open.includes(uid))))
          }
          onSelect={(_, { node }) => onSelect(String(node.key))}
          onDrop={({ node, dragNode, dropToGap, dropPosition }) => {
            const target = find(nodes, String(node.key));
            if (!target) return;
            const after = dropPosition > Number(node.pos.split('-').at(-1));
            const next = dropToGap
              ? placed(nodes, String(dragNode.key), target.parent?.uid, target.index + (after ? 1 : 0))
              : placed(nodes, String(dragNode.key), target.node.uid, 0);
            if (next) onMove(next);
          }}
          allowDrop={({ dragNode, dropNode, dropPosition }) => {
            const target = find(nodes, String(dropNode.key));
            const parent = dropPosition === 0 ? target?.node.uid : target?.parent?.uid;
            return placed(nodes, String(dragNode.key), parent, 0) !== undefined;
          }}
        />
      </div>
    </div>
  );
}
