import { NO_ITEM, type IndexDocument, type IndexNode } from '@/lib/indexsystem/model';
import { all } from '@/lib/indexsystem/tree';

/** A node under edit: its code may change or be double, so it is told apart by a name of its own. */
export interface DraftNode extends IndexNode {
  uid: string;
  children: DraftNode[];
}
export interface DraftDocument extends Omit<IndexDocument, 'nodes'> {
  nodes: DraftNode[];
}

let counter = 0;
const newUid = () => `n${++counter}-${Math.random().toString(36).slice(2, 7)}`;

const marked = (node: IndexNode): DraftNode => ({
  ...node,
  uid: newUid(),
  children: node.children.map(marked),
});
export const draftOf = (document: IndexDocument): DraftDocument => ({
  ...document,
  nodes: document.nodes.map(marked),
});

function bare(node: DraftNode): IndexNode {
  const rest: Partial<DraftNode> = { ...node };
  delete rest.uid;
  return { ...(rest as IndexNode), children: node.children.map(bare) };
}
/** What is sent: without the names of our own. */
export const documentOf = (draft: DraftDocument): IndexDocument => ({
  ...draft,
  nodes: draft.nodes.map(bare),
});

export const same = (a: DraftDocument, b: DraftDocument): boolean =>
  JSON.stringify(documentOf(a)) === JSON.stringify(documentOf(b));

interface Place {
  node: DraftNode;
  parent: DraftNode | undefined;
  /** parent of the parent */
  grand: DraftNode | undefined;
  siblings: DraftNode[];
  index: number;
  level: number;
}

export function find(nodes: DraftNode[], uid: string | undefined): Place | undefined {
  const seek = (siblings: DraftNode[], above: DraftNode[]): Place | undefined => {
    for (const [index, node] of siblings.entries()) {
      if (node.uid === uid)
        return { node, parent: above.at(-1), grand: above.at(-2), siblings, index, level: above.length + 1 };
      const below = seek(node.children, [...above, node]);
      if (below) return below;
    }
    return undefined;
  };
  return seek(nodes, []);
}

/** The same tree with the children of one node (or the top, without one) put in place of the old ones. */
function withChildren(nodes: DraftNode[], parent: string | undefined, children: DraftNode[]): DraftNode[] {
  if (parent === undefined) return children;
  return nodes.map((node) =>
    node.uid === parent
      ? { ...node, children }
      : { ...node, children: withChildren(node.children, parent, children) },
  );
}

export function replaced(nodes: DraftNode[], uid: string, change: Partial<IndexNode>): DraftNode[] {
  return nodes.map((node) =>
    node.uid === uid
      ? { ...node, ...(change as Partial<DraftNode>) }
      : { ...node, children: replaced(node.children, uid, change) },
  );
}

export function without(nodes: DraftNode[], uid: string): DraftNode[] {
  return nodes
    .filter((node) => node.uid !== uid)
    .map((node) => ({ ...node, children: without(node.children, uid) }));
}

/** How many levels a node has, itself included. */
const depth = (node: DraftNode): number => 1 + Math.max(0, ...node.children.map(depth));
export const DEEPEST = 4;

/** A node put under another (or at the top) before the index given; undefined where it cannot stand. */
export function placed(
  nodes: DraftNode[],
  uid: string,
  parent: string | undefined,
  index: number,
): DraftNode[] | undefined {
  const from = find(nodes, uid);
  if (!from || all([from.node]).some((node) => node.uid === parent)) return undefined;
  const to = parent === undefined ? undefined : find(nodes, parent);
  if (parent !== undefined && (!to || to.node.item)) return undefined;
  if ((to?.level ?? 0) + depth(from.node) > DEEPEST) return undefined;
  // an item asks something; only indicators stand at the top
  if (!to && from.node.item) return undefined;
  const before = from.parent?.uid === parent && from.index < index ? index - 1 : index;
  const rest = without(nodes, uid);
  const children = [...(to ? (find(rest, parent)?.node.children ?? []) : rest)];
  children.splice(before, 0, from.node);
  return withChildren(rest, parent, children);
}

export type Step = 'up' | 'down' | 'in' | 'out';

/** One step by keyboard; undefined where there is no room. */
export function stepped(nodes: DraftNode[], uid: string, step: Step): DraftNode[] | undefined {
  const at = find(nodes, uid);
  if (!at) return undefined;
  const { parent, siblings, index } = at;
  if (step === 'up') return index === 0 ? undefined : placed(nodes, uid, parent?.uid, index - 1);
  if (step === 'down')
    return index === siblings.length - 1 ? undefined : placed(nodes, uid, parent?.uid, index + 2);
  if (step === 'in') {
    const host = siblings[index - 1];
    return host && placed(nodes, uid, host.uid, host.children.length);
  }
  if (!parent) return undefined;
  const upper = at.grand ? at.grand.children : nodes;
  return placed(nodes, uid, at.grand?.uid, upper.findIndex((node) => node.uid === parent.uid) + 1);
}

/** A code not yet taken, under the parent's: `2.3`. */
function freshCode(nodes: DraftNode[], parent: DraftNode | undefined): string {
  const taken = new Set(all(nodes).map((node) => node.code));
  const head = parent ? `${parent.code}.` : '';
  for (let n = (parent ? parent.children : nodes).length + 1; ; n++) {
    if (!taken.has(head + String(n))) return head + String(n);
  }
}

interface Words {
  indicator: { nameZh: string; nameEn: string };
  item: { nameZh: string; nameEn: string };
}

/** A new node as a child of one or after it; items stand beside items, indicators beside indicators. */
export function added(
  nodes: DraftNode[],
  uid: string | undefined,
  as: 'child' | 'sibling' | 'childIndicator',
  words: Words,
): { nodes: DraftNode[]; uid: string } | undefined {
  const at = find(nodes, uid);
  const parent = as === 'sibling' ? at?.parent : at?.node;
  if (parent?.item) return undefined;
  const siblings = parent ? parent.children : nodes;
  const asItem =
    parent !== undefined && as !== 'childIndicator' && (as === 'child' || Boolean(at?.node.item));
  const level = (parent ? (find(nodes, parent.uid)?.level ?? 0) : 0) + 1;
  if (level > DEEPEST || (!asItem && level === DEEPEST)) return undefined;
  const made: DraftNode = {
    uid: newUid(),
    code: freshCode(nodes, parent),
    ...(asItem ? words.item : words.indicator),
    points: null,
    weight: null,
    combine: asItem ? null : 'SUM',
    bonus: false,
    children: [],
    item: asItem ? NO_ITEM : null,
  };
  const index = as === 'sibling' && at ? at.index + 1 : siblings.length;
  const children = [...siblings.slice(0, index), made, ...siblings.slice(index)];
  return { nodes: withChildren(nodes, parent?.uid, children), uid: made.uid };
}
