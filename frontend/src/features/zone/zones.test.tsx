import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { JsonBodyType } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { takes } from '@/test/body';
import { expectAccessible, open } from '@/test/render';
import { gives, officer, page, refuses, server } from '@/test/server';

const json = (value: unknown) => value as JsonBodyType;

const rules = [
  { code: 'SCHOOLS_PER_ZONE', validFrom: '2012-01-01', value: 20, source: '教督〔2012〕7号', verified: true },
  {
    code: 'SCHOOLS_PER_INSPECTOR',
    validFrom: '2013-09-01',
    value: 5,
    source: '挂牌督导办法',
    verified: true,
  },
  { code: 'ROTATION_YEARS', validFrom: '2013-09-01', value: 3, source: '挂牌督导办法', verified: true },
  { code: 'PROPOSAL_LOAD', validFrom: '2013-09-01', value: 8, source: '本软件拟定', verified: false },
];

const violation = (kind: string, more: Record<string, unknown> = {}) => ({
  kind,
  warning: false,
  zoneId: 'z1',
  schoolId: null,
  schoolName: null,
  inspectorId: null,
  inspectorName: null,
  count: null,
  limit: null,
  ...more,
});

const seat = (id: string, name: string, inspector: string | null, more: Record<string, unknown> = {}) => ({
  id,
  code: id,
  name,
  kind: '211',
  regionName: '云溪镇',
  compulsory: true,
  longitude: null,
  latitude: null,
  inspectorId: inspector,
  inspectorName: inspector && '王建国',
  since: inspector && '2023-09-01',
  rotationDue: false,
  ...more,
});

const member = (id: string, name: string, more: Record<string, unknown> = {}) => ({
  id,
  name,
  kind: 'RESPONSIBLE',
  phone: null,
  leader: false,
  inOffice: true,
  endsOn: '2027-08-31',
  load: 1,
  conflicts: [],
  ...more,
});

const zone = {
  id: 'z1',
  regionCode: '530322',
  name: '第一督学责任区',
  day: '2026-11-22',
  inspectors: [
    member('i1', '王建国', { leader: true, load: 6 }),
    member('i2', '李晓梅', { conflicts: ['s1'] }),
    member('i3', '陈志远', { inOffice: false, load: 0 }),
  ],
  schools: [
    seat('s1', '双桥小学', 'i1', { rotationDue: true }),
    seat('s2', '松坪小学', null),
    seat('s3', '云溪中学', 'i1'),
  ],
  violations: [violation('NO_INSPECTOR', { schoolId: 's2', schoolName: '松坪小学' })],
  rules,
  version: 7,
};

const zones = {
  zones: [
    {
      id: 'z1',
      regionCode: '530322',
      name: '第一督学责任区',
      leaderId: 'i1',
      leaderName: '王建国',
      inspectors: 3,
      schools: 3,
      unassigned: 1,
      heaviest: 6,
      violations: 1,
      warnings: 2,
    },
    {
      id: 'z2',
      regionCode: '530322',
      name: '第二督学责任区',
      leaderId: null,
      leaderName: null,
      inspectors: 0,
      schools: 0,
      unassigned: 0,
      heaviest: null,
      violations: 0,
      warnings: 1,
    },
  ],
  violations: [
    violation('NO_ZONE', { zoneId: null, schoolId: 's9', schoolName: '新田小学' }),
    violation('LOAD', { warning: true, inspectorName: '王建国', count: 6, limit: 5 }),
  ],
  rules,
  version: 7,
};

const placement = (id: string, name: string, more: Record<string, unknown> = {}) => ({
  schoolId: id,
  schoolName: name,
  regionName: '云溪镇',
  beforeId: null,
  beforeName: null,
  afterId: 'i2',
  afterName: '李晓梅',
  zoneId: 'z1',
  zoneChanges: false,
  km: 3.2,
  reasons: [
    { why: 'UNASSIGNED', inspectorName: null },
    { why: 'NEARER_FULL', inspectorName: '王建国' },
  ],
  ...more,
});

const proposed = {
  from: '2026-11-22',
  zoneId: 'z1',
  proposal: {
    mode: 'FILL',
    placements: [
      placement('s2', '松坪小学'),
      placement('s1', '双桥小学', {
        beforeId: 'i1',
        beforeName: '王建国',
        afterId: 'i1',
        afterName: '王建国',
        reasons: [{ why: 'KEPT', inspectorName: null }],
      }),
    ],
    unplaced: [
      {
        schoolId: 's8',
        schoolName: '高坪小学',
        regionName: '高坪乡',
        beforeId: null,
        beforeName: null,
        reason: { why: 'ALL_BARRED', inspectorName: null },
      },
    ],
    loads: [
      { inspectorId: 'i1', inspectorName: '王建国', zoneId: 'z1', before: 6, after: 6 },
      { inspectorId: 'i2', inspectorName: '李晓梅', zoneId: 'z1', before: 0, after: 1 },
    ],
    kmBefore: 4.1,
    kmAfter: 3.9,
  },
  violationsBefore: [violation('NO_INSPECTOR')],
  violationsAfter: [],
  version: 9,
};

const can = (...permissions: string[]) =>
  gives('/me', json({ ...officer, permissions: ['zone:read', 'inspector:read', ...permissions] }));

beforeEach(() => {
  server.use(
    gives('/zone/zones', json(zones)),
    gives('/zone/zones/z1', json(zone)),
    gives('/zone/inspectors', json(page([]))),
  );
});

describe('/zones', () => {
  it('shows every zone with its load and what breaks a rule', async () => {
    server.use(can());
    open('/zones');
    const line = (await screen.findByRole('link', { name: '第一督学责任区' })).closest('tr') as HTMLElement;
    expect(line).toHaveTextContent('王建国');
    expect(await screen.findByText('无组长')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '生成安排方案' })).not.toBeInTheDocument();
    await expectAccessible();
  });

  it('names the rules with their source, and what was not confirmed', async () => {
    server.use(can());
    open('/zones?tab=violations');
    expect(await screen.findByText('新田小学没有划入责任区')).toBeInTheDocument();
    expect(screen.getByText('王建国负责 6 所学校，一般为 5 所左右')).toBeInTheDocument();
    expect(screen.getByText('未经核实')).toBeInTheDocument();
  });
});

describe('/zones/:id', () => {
  it('hands a school over by its menu, where a conflict of interest is named and barred', async () => {
    const post = takes('post', '/zone/assignments', json({ changed: 1, version: 8 }));
    server.use(can('zone:write'), post.handler);
    const { user } = open('/zones/z1');
    expect(await screen.findByText('已满 3 年，应轮换')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '移交 双桥小学' }));
    expect(await screen.findByRole('menuitem', { name: '李晓梅（应当回避）' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await user.click(screen.getByRole('menuitem', { name: /陈志远/ }));
    await waitFor(() => expect(post.seen).toHaveLength(1));
    expect(post.seen[0]?.body).toMatchObject({
      origin: 'HAND',
      moves: [{ schoolId: 's1', inspectorId: 'i3' }],
    });
    expect(post.seen[0]?.headers.get('If-Match')).toBe('"7"');
  });

  it('makes the boards only when somebody prints them, and says why it could not', async () => {
    server.use(
      can('zone:write'),
      gives('/zone/inspectors/:id', json({ photo: 'p1' })),
      refuses('post', '/publication/boards/zones/z1', 409, { detail: '没有安排好责任督学的学校。' }),
    );
    const { user } = open('/zones/z1');
    await user.click(await screen.findByRole('button', { name: '打印标牌' }));
    await user.click(await screen.findByRole('menuitem', { name: 'A3 纸' }));
    expect(await screen.findByText('没有安排好责任督学的学校。')).toBeInTheDocument();
  });

  it('takes a school dragged to a column, and none of somebody with a conflict', async () => {
    const post = takes('post', '/zone/assignments', json({ changed: 1, version: 8 }));
    server.use(can('zone:write'), post.handler);
    open('/zones/z1');
    const card = (name: string) => screen.getByRole('link', { name }).closest('li') as HTMLElement;
    const column = await screen.findByRole('region', { name: '李晓梅' });
    const dataTransfer = { setData: () => undefined };
    fireEvent.dragStart(card('双桥小学'), { dataTransfer });
    fireEvent.drop(column, { dataTransfer });
    fireEvent.dragStart(card('松坪小学'), { dataTransfer });
    fireEvent.drop(column, { dataTransfer });
    await waitFor(() => expect(post.seen).toHaveLength(1));
    expect(post.seen[0]?.body).toMatchObject({ moves: [{ schoolId: 's2', inspectorId: 'i2' }] });
  });

  it('offers nothing to change to those who only read', async () => {
    server.use(can());
    open('/zones/z1');
    expect(await screen.findByRole('region', { name: '王建国' })).toHaveTextContent('组长');
    expect(screen.queryByRole('button', { name: /移交/ })).not.toBeInTheDocument();
    await expectAccessible();
  });

  it('shows a proposal with its reasons and accepts it as a person changed it', async () => {
    const post = takes('post', '/zone/assignments', json({ changed: 1, version: 10 }));
    server.use(can('zone:write'), post.handler, takes('post', '/zone/proposals', json(proposed)).handler);
    const { user } = open('/zones/z1');
    await user.click(await screen.findByRole('button', { name: '生成安排方案' }));
    const drawer = await screen.findByRole('dialog');
    await user.click(within(drawer).getByRole('button', { name: '生成方案' }));
    expect(await within(drawer).findByText('现无责任督学、较近的王建国学校已够')).toBeInTheDocument();
    expect(within(drawer).getByText('在任督学都应回避或轮换')).toBeInTheDocument();
    expect(within(drawer).getByText(/4\.1 千米 → 3\.9 千米/)).toBeInTheDocument();
    await user.click(within(drawer).getByRole('combobox', { name: '松坪小学拟由' }));
    await user.click(await screen.findByTitle('王建国'));
    const loads = within(drawer).getByRole('group', { name: '各督学负责的学校数' });
    expect(within(loads).getByRole('row', { name: '王建国 6 7' })).toBeInTheDocument();
    await user.click(within(drawer).getByRole('button', { name: '采用方案（变动 1 所）' }));
    await waitFor(() => expect(post.seen).toHaveLength(1));
    expect(post.seen[0]?.body).toMatchObject({
      origin: 'PROPOSAL',
      from: '2026-11-22',
      moves: [{ schoolId: 's2', inspectorId: 'i1' }],
    });
    expect(post.seen[0]?.headers.get('If-Match')).toBe('"9"');
  });
});
