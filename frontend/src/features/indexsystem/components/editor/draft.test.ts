import { describe, expect, it } from 'vitest';
import { aSystem } from '@/test/indexsystem';
import { all, fullMarks, items, mismatch } from '@/lib/indexsystem/tree';
import {
  added,
  documentOf,
  draftOf,
  find,
  placed,
  replaced,
  same,
  stepped,
  without,
  type DraftNode,
} from './draft';

const words = {
  indicator: { nameZh: '新指标', nameEn: 'New' },
  item: { nameZh: '新观测点', nameEn: 'New' },
};
const draft = () => draftOf(aSystem().document).nodes;
const uid = (nodes: DraftNode[], code: string) => all(nodes).find((node) => node.code === code)!.uid;
const order = (nodes: DraftNode[] | undefined) =>
  nodes &&
  all(nodes)
    .map((node) => node.code)
    .join(' ');

describe('a draft', () => {
  it('goes out as it came in', () => {
    const { document } = aSystem();
    expect(documentOf(draftOf(document))).toEqual(document);
    expect(same(draftOf(document), draftOf(document))).toBe(true);
  });

  it('moves a node up and down among its siblings, and not past them', () => {
    const nodes = draft();
    const first = uid(nodes, '1.1');
    expect(order(stepped(nodes, first, 'down'))).toBe('1 1.2 1.1 2 2.1');
    expect(stepped(nodes, first, 'up')).toBeUndefined();
    expect(order(stepped(nodes, uid(nodes, '2'), 'up'))).toBe('2 2.1 1 1.1 1.2');
  });

  it('indents under the indicator before, and outdents behind its own', () => {
    const nodes = draft();
    const inside = stepped(nodes, uid(nodes, '2'), 'in')!;
    expect(find(inside, uid(nodes, '2'))?.parent?.code).toBe('1');
    expect(order(inside)).toBe('1 1.1 1.2 2 2.1');
    expect(order(stepped(inside, uid(nodes, '2'), 'out'))).toBe(order(nodes));
    // an item asks something: nothing goes below it, and it does not stand at the top
    expect(stepped(nodes, uid(nodes, '1.2'), 'in')).toBeUndefined();
    expect(stepped(nodes, uid(nodes, '1.2'), 'out')).toBeUndefined();
  });

  it('refuses a node under itself and a fifth level', () => {
    let nodes = draft();
    expect(placed(nodes, uid(nodes, '1'), uid(nodes, '1.1'), 0)).toBeUndefined();
    for (const parent of ['1', '1.3'])
      nodes = added(nodes, uid(nodes, parent), 'childIndicator', words)!.nodes;
    expect(added(nodes, uid(nodes, '1.3.1'), 'childIndicator', words)).toBeUndefined();
    expect(placed(nodes, uid(nodes, '2'), uid(nodes, '1.3.1'), 0)).toBeUndefined();
    expect(added(nodes, uid(nodes, '1.3.1'), 'child', words)).toBeDefined();
  });

  it('adds what belongs there, under a code not taken', () => {
    const nodes = draft();
    const child = added(nodes, uid(nodes, '1'), 'child', words)!;
    expect(find(child.nodes, child.uid)?.node).toMatchObject({ code: '1.3', item: { kind: 'YES_NO' } });
    const sibling = added(nodes, uid(nodes, '1'), 'sibling', words)!;
    expect(order(sibling.nodes)).toBe('1 1.1 1.2 3 2 2.1');
    expect(find(sibling.nodes, sibling.uid)?.node.item).toBeNull();
    expect(added(nodes, uid(nodes, '1.1'), 'child', words)).toBeUndefined();
  });

  it('adds points as decimals and tells what does not add up', () => {
    const nodes = replaced(draft(), 'none', {});
    expect(fullMarks(nodes)).toBe(100);
    const cut = replaced(nodes, uid(nodes, '1.1'), { points: 39.9 });
    expect(mismatch(cut[0]!)).toEqual({ said: 60, added: 59.9 });
    expect(mismatch(nodes[0]!)).toBeUndefined();
    expect(items(without(nodes, uid(nodes, '1')))).toHaveLength(1);
  });
});
