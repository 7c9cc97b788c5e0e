import { screen, waitFor, within } from '@testing-library/react';
import type { JsonBodyType } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { takes } from '@/test/body';
import { expectAccessible, open } from '@/test/render';
import { gives, officer, page, server } from '@/test/server';
import { yearsBetween } from './pages/InspectorPage';

const json = (value: unknown) => value as JsonBodyType;

const row = (change: Record<string, unknown> = {}) => ({
  id: 'i1',
  name: '王建国',
  kind: 'RESPONSIBLE',
  employer: '县教师进修学校',
  post: '高级教师',
  phone: '13912345678',
  standing: 'IN_OFFICE',
  process: null,
  termNo: 2,
  startsOn: '2024-01-10',
  endsOn: '2027-01-09',
  endsSoon: true,
  trainingHours: 24.5,
  trainingShort: 15.5,
  ...change,
});

const inspector = (change: Record<string, unknown> = {}) => ({
  summary: row(change),
  degree: 'BACHELOR',
  worksSince: '2018-08-01',
  subjects: ['数学', '体育'],
  photo: null,
  account: null,
  appointments: [
    {
      id: 'a1',
      inspectorId: 'i1',
      state: 'APPOINTED',
      announcedUntil: '2024-01-05',
      termNo: 2,
      startsOn: '2024-01-10',
      endsOn: '2027-01-09',
    },
  ],
  steps: [
    {
      id: 's1',
      appointmentId: 'a1',
      kind: 'APPOINTED',
      onDate: '2024-01-08',
      text: '溪政督聘〔2024〕2号',
      evidence: [],
      actorName: '林晓',
      at: '2024-01-08T02:00:00Z',
    },
  ],
  trainings: [
    {
      id: 't1',
      fromDay: '2026-03-02',
      untilDay: '2026-03-05',
      hours: 24.5,
      topic: '督导规程',
      organiser: '市教育督导室',
      evidence: [],
    },
  ],
  conflicts: [
    { id: 'c1', schoolId: 's9', schoolName: '松坪小学', kind: 'FORMER_SCHOOL', note: '2015—2020 年任副校长' },
  ],
  trainingRequired: 40,
  yearsOfWorkRequired: 10,
  version: 6,
});

const can = (...permissions: string[]) =>
  gives('/me', json({ ...officer, permissions: ['inspector:read', ...permissions] }));

beforeEach(() => {
  server.use(
    gives('/zone/inspectors', json(page([row()]))),
    gives('/zone/inspectors/i1', json(inspector())),
    gives('/schools', json(page([{ id: 's1', name: '双桥小学', code: '2153000002' }]))),
  );
});

describe('/inspectors', () => {
  it('says who is in office until when and who is short of training', async () => {
    server.use(can());
    open('/inspectors');
    const line = (await screen.findByRole('link', { name: '王建国' })).closest('tr') as HTMLElement;
    expect(line).toHaveTextContent('在任');
    expect(line).toHaveTextContent('2027年1月9日');
    expect(line).toHaveTextContent('24.5，缺 15.5');
    expect(screen.queryByRole('button', { name: '登记督学' })).not.toBeInTheDocument();
    await expectAccessible();
  });

  it('enters a person under an id made here', async () => {
    const post = takes('post', '/zone/inspectors', json(inspector()), 201);
    server.use(can('inspector:write'), post.handler);
    const { user } = open('/inspectors');
    await user.click(await screen.findByRole('button', { name: '登记督学' }));
    const drawer = await screen.findByRole('dialog');
    expect(within(drawer).getByText('标有 * 的必须填写。')).toBeInTheDocument();
    expect(within(drawer).getByText('姓名', { selector: 'label' })).toHaveClass('ant-form-item-required');
    expect(within(drawer).getByText('学历', { selector: 'label' })).not.toHaveClass('ant-form-item-required');
    await user.click(within(drawer).getByRole('button', { name: /保\s*存/ }));
    expect(await within(drawer).findByText('请填写姓名')).toBeInTheDocument();
    await user.type(within(drawer).getByRole('textbox', { name: '姓名' }), '赵强');
    await user.click(within(drawer).getByRole('combobox', { name: '类别' }));
    await user.click(await screen.findByTitle('责任督学'));
    const phone = within(drawer).getByRole('textbox', { name: '电话' });
    await user.type(phone, '12345');
    expect(await within(drawer).findByText(/请填写 11 位手机号，或带区号的固定电话/)).toBeInTheDocument();
    await user.clear(phone);
    await user.type(phone, '0575-12345678');
    await user.click(within(drawer).getByRole('button', { name: /保\s*存/ }));
    await waitFor(() => expect(post.seen).toHaveLength(1));
    expect(post.seen[0]?.body).toMatchObject({ person: { name: '赵强', kind: 'RESPONSIBLE' } });
  });
});

describe('/inspectors/:id', () => {
  it('shows the terms with their papers, the hours missing, and the schools kept from', async () => {
    server.use(can('inspector:write'));
    open('/inspectors/i1');
    expect(await screen.findByText('溪政督聘〔2024〕2号')).toBeInTheDocument();
    expect(screen.getByText('还缺 15.5 学时')).toBeInTheDocument();
    expect(screen.getByText('不足 10 年')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '松坪小学' })).toBeInTheDocument();
    await expectAccessible();
  });

  it('offers the next step of what is under way, and sends it with the version it was read at', async () => {
    const post = takes('post', '/zone/inspectors/i1/steps', json(inspector()));
    server.use(
      can('inspector:write'),
      post.handler,
      gives('/zone/inspectors/i1', json(inspector({ standing: 'CANDIDATE', process: 'REVIEWED' }))),
    );
    const { user } = open('/inspectors/i1');
    await user.click(await screen.findByRole('button', { name: '县政府批准' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox', { name: '意见或文号' }), '同意');
    await user.click(within(dialog).getByRole('button', { name: '县政府批准' }));
    await waitFor(() => expect(post.seen[0]?.body).toMatchObject({ kind: 'APPROVED', text: '同意' }));
    expect(post.seen[0]?.headers.get('If-Match')).toBe('"6"');
  });

  it('asks for grounds before a dismissal', async () => {
    server.use(can('inspector:write'));
    const { user } = open('/inspectors/i1');
    await user.click(await screen.findByRole('button', { name: /解\s*聘/ }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: /解\s*聘/ }));
    expect(await within(dialog).findByText('请填写理由')).toBeInTheDocument();
  });
});

describe('years of work', () => {
  it('counts full years only', () => {
    expect(yearsBetween('2016-11-23', '2026-11-22')).toBe(9);
    expect(yearsBetween('2016-11-22', '2026-11-22')).toBe(10);
  });
});
