import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse, type JsonBodyType } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { takes } from '@/test/body';
import { expectAccessible, open } from '@/test/render';
import { at, gives, officer, page, server } from '@/test/server';

const json = (value: unknown) => value as JsonBodyType;

const visit = (change: Record<string, unknown> = {}) => ({
  id: 'v1',
  regionCode: '530322101',
  schoolId: 's1',
  schoolName: '松坪小学',
  kind: 'ROUTINE',
  plannedOn: '2026-11-20',
  madeOn: '2026-11-21',
  cancelledFor: null,
  records: 2,
  state: 'MADE',
  systemId: null,
  inspectorId: 'i1',
  inspectorName: '林晓',
  participants: [],
  announced: false,
  moved: false,
  doubtful: false,
  published: false,
  version: 3,
  ...change,
});

const answer = (item: string, choice: string) => ({
  item,
  notApplicable: false,
  choice,
  number: null,
  text: null,
  marks: null,
  evidence: [],
  note: null,
  by: null,
});

const receipt = (id: string, authorName: string, clockOff = 0) => ({
  id,
  visitId: 'v1',
  authorName,
  systemId: 'x1',
  sentAt: '2026-11-21T08:00:00Z',
  receivedAt: '2026-11-21T08:00:05Z',
  clockOff,
  doubts: [],
});

const record = (id: string, change: Record<string, unknown> = {}) => ({
  id,
  visitId: 'v1',
  schoolId: 's1',
  kind: 'ROUTINE',
  systemId: 'x1',
  startedAt: '2026-11-21T01:00:00Z',
  finishedAt: '2026-11-21T03:00:00Z',
  answers: [],
  findings: [],
  ...change,
});

const detail = (change: Record<string, unknown> = {}) => ({
  visit: visit(),
  receipts: [receipt('r1', '林晓'), receipt('r2', '王强', 1800)],
  records: [
    record('r1', { findings: [{ id: 'f1', item: 'FIRE', rule: '通道应畅通', description: '堆放杂物' }] }),
    record('r2', { feedback: '已当面反馈' }),
  ],
  agreed: [answer('FOOD', 'YES')],
  moves: [],
  photosShort: [],
  differing: [
    {
      item: 'FIRE',
      answers: [
        { recordId: 'r1', authorName: '林晓', answer: answer('FIRE', 'YES') },
        { recordId: 'r2', authorName: '王强', answer: answer('FIRE', 'NO') },
      ],
    },
  ],
  ...change,
});

const can = (...permissions: string[]) =>
  gives('/me', json({ ...officer, permissions: ['visit:read', ...permissions] }));

beforeEach(() => {
  server.use(
    gives('/zone/visits', json(page([visit()]))),
    gives('/zone/visits/v1', json(detail())),
    gives(
      '/index-systems/x1',
      json({
        document: {
          nodes: [
            {
              code: 'A',
              nameZh: '安全',
              nameEn: 'Safety',
              children: [
                { code: 'FIRE', nameZh: '疏散通道畅通', nameEn: 'Ways out are clear', children: [] },
                { code: 'FOOD', nameZh: '食品留样', nameEn: 'Food samples are kept', children: [] },
              ],
            },
          ],
        },
      }),
    ),
    gives('/zone/days-off', json([])),
    gives('/index-systems', json([{ id: 'x1', nameZh: '八项督导', nameEn: 'Eight matters' }])),
    gives('/schools', json(page([{ id: 's1', name: '松坪小学', code: '2153000001' }]))),
  );
});

describe('/visits', () => {
  it('plans a visit on a day off only when that is meant', async () => {
    const post = takes('post', '/zone/visits', json(detail()), 201);
    server.use(
      can('visit:make'),
      post.handler,
      http.get(at('/zone/days-off'), ({ request }) =>
        HttpResponse.json([{ day: new URL(request.url).searchParams.get('from'), name: null }]),
      ),
    );
    const { user } = open('/visits');
    await user.click(await screen.findByRole('button', { name: '安排督导' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('combobox', { name: '学校' }));
    await user.click(await screen.findByTitle('松坪小学'));
    const meant = await within(dialog).findByRole('checkbox', { name: /是休息日，仍然安排/ });
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }));
    expect(post.seen).toHaveLength(0);
    await user.click(meant);
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }));
    await waitFor(() => expect(post.seen[0]?.body).toMatchObject({ schoolId: 's1', dayOff: true }));
  });

  it('lists visits planned and made and plans another', async () => {
    const post = takes('post', '/zone/visits', json(detail()), 201);
    server.use(can('visit:make'), post.handler);
    const { user } = open('/visits');
    expect((await screen.findByRole('link', { name: '松坪小学' })).closest('tr')).toHaveTextContent('已开展');
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: '安排督导' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }));
    expect(await within(dialog).findByText('请填写学校')).toBeInTheDocument();
    await user.click(within(dialog).getByRole('combobox', { name: '学校' }));
    await user.click(await screen.findByTitle('松坪小学'));
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }));
    await waitFor(() => expect(post.seen[0]?.body).toMatchObject({ schoolId: 's1', kind: 'ROUTINE' }));
  });

  it('asks who goes along on a joint visit, and sends inspectors by id and departments by name', async () => {
    const post = takes('post', '/zone/visits', json(detail()), 201);
    server.use(
      can('visit:make'),
      post.handler,
      gives('/zone/inspectors', json(page([{ id: 'i2', name: '王强' }]))),
    );
    const { user } = open('/visits');
    await user.click(await screen.findByRole('button', { name: '安排督导' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('combobox', { name: '学校' }));
    await user.click(await screen.findByTitle('松坪小学'));
    await user.click(within(dialog).getByRole('combobox', { name: '方式' }));
    await user.click(await screen.findByTitle('协作督导'));
    await user.click(await within(dialog).findByRole('combobox', { name: '一同前往' }));
    await user.click(await screen.findByTitle('王强'));
    await user.type(within(dialog).getByRole('combobox', { name: '一同前往' }), '县公安局{Enter}');
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }));
    await waitFor(() =>
      expect(post.seen[0]?.body).toMatchObject({
        kind: 'JOINT',
        participants: [{ inspectorId: 'i2', name: '王强' }, { name: '县公安局' }],
      }),
    );
  });
});

describe('/visits/:id', () => {
  it('shows both answers where two inspectors differ, and sends whose stands', async () => {
    const post = takes('post', '/zone/visits/v1/choices', json(detail({ differing: [] })));
    server.use(can('visit:make'), post.handler);
    const { user } = open('/visits/v1');
    expect(await screen.findByText('疏散通道畅通')).toBeInTheDocument();
    expect(screen.getByText('手机时间快 30 分钟')).toBeInTheDocument();
    expect(screen.getByText('口头反馈：已当面反馈')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '堆放杂物' })).toHaveAttribute(
      'href',
      expect.stringContaining('/rectification/findings/f1'),
    );
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: '王强：否' }));
    await waitFor(() => expect(post.seen[0]?.body).toEqual({ item: 'FIRE', recordId: 'r2' }));
    expect(post.seen[0]?.headers.get('If-Match')).toBe('"3"');
  });

  it('says in days how far a phone’s clock is off when that is more than two', async () => {
    server.use(
      can('visit:make'),
      gives(
        '/zone/visits/v1',
        json(detail({ receipts: [receipt('r1', '林晓', 259_200), receipt('r2', '王强', -172_800)] })),
      ),
    );
    open('/visits/v1');
    expect(await screen.findByText('手机时间快 3 天')).toBeInTheDocument();
    expect(screen.getByText('手机时间慢 2,880 分钟')).toBeInTheDocument();
  });

  it('cancels a planned visit only with a reason', async () => {
    const post = takes('post', '/zone/visits/v1/cancel', json(detail()));
    server.use(
      can('visit:make', 'visit:cancel'),
      post.handler,
      gives(
        '/zone/visits/v1',
        json(
          detail({
            visit: visit({ state: 'PLANNED', madeOn: null, records: 0 }),
            receipts: [],
            records: [],
            agreed: [],
            differing: [],
          }),
        ),
      ),
    );
    const { user } = open('/visits/v1');
    await user.click(await screen.findByRole('button', { name: '取消督导' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: '取消督导' }));
    expect(await within(dialog).findByText('请填写取消的原因')).toBeInTheDocument();
    await user.type(within(dialog).getByRole('textbox', { name: '取消的原因' }), '学校停课');
    await user.click(within(dialog).getByRole('button', { name: '取消督导' }));
    await waitFor(() => expect(post.seen[0]?.body).toEqual({ reason: '学校停课' }));
  });

  it('says the reply days of the rule in force before the record goes to the school', async () => {
    server.use(
      can('visit:make', 'visitrecord:publish'),
      gives('/zone/visits/v1', json(detail({ differing: [] }))),
      gives('/zone/parameters', json([{ code: 'RECORD_REPLY_DAYS', value: 7 }])),
    );
    const { user } = open('/visits/v1');
    await user.click(await screen.findByRole('button', { name: '送达学校' }));
    expect(await screen.findByText(/学校须在收到后 7 个工作日内答复/)).toBeInTheDocument();
  });

  it('shows doubtful times and missing photos, and says so before the record goes to the school', async () => {
    server.use(
      can('visit:make', 'visitrecord:publish'),
      gives(
        '/zone/visits/v1',
        json(
          detail({
            differing: [],
            agreed: [answer('FOOD', 'YES'), answer('FIRE', 'YES')],
            photosShort: [
              { item: 'FOOD', asked: 2, taken: 1, arrived: 0 },
              { item: 'FIRE', asked: 1, taken: 0, arrived: 0 },
            ],
            receipts: [{ ...receipt('r1', '林晓'), doubts: ['LATE', 'DAY_UNKNOWN'] }],
          }),
        ),
      ),
      gives('/zone/parameters', json([])),
    );
    const { user } = open('/visits/v1');
    expect(await screen.findByText('要求 2 张照片，只拍了 1 张、1 个附件还没有收到')).toBeVisible();
    expect(screen.getByText('要求 1 张照片，没有拍')).toBeVisible();
    expect(
      screen.getByText(/手机记录的日期 2026年11月21日 不可信，按收到日 2026年11月21日 计/),
    ).toBeVisible();
    await user.click(await screen.findByRole('button', { name: '送达学校' }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText(/有 2 项缺少照片/)).toBeInTheDocument();
    expect(within(dialog).getByText('有记录的时间存疑，请先核实。')).toBeInTheDocument();
  });

  it('says of a record that came after the school was sent its copy', async () => {
    server.use(
      can(),
      gives('/zone/visits/v1', json(detail({ visit: visit({ published: true }), differing: [] }))),
      gives(
        '/zone/visits/v1/record',
        json({
          content: { summary: null },
          publishedName: '林晓',
          publishedAt: '2026-11-21T08:00:01Z',
          reply: null,
          replyDue: '2026-12-01',
        }),
      ),
    );
    open('/visits/v1');
    expect(await screen.findAllByText('送达学校之后才收到，学校看到的记录里没有这一份')).toHaveLength(2);
  });

  it('shows the signature, who handed a record in, and what was not answered', async () => {
    server.use(
      can(),
      gives(
        '/zone/visits/v1',
        json(
          detail({
            differing: [],
            receipts: [{ ...receipt('r1', '林晓'), handedInBy: '周知夏' }],
            records: [record('r1', { received: { name: '张校长', mark: 'M10 20 L60 45' } })],
          }),
        ),
      ),
    );
    open('/visits/v1');
    expect(await screen.findByText('由周知夏代交')).toBeVisible();
    expect(screen.getByRole('img', { name: '张校长的签字' })).toBeInTheDocument();
    expect(await screen.findByText('共 2 项，已答 1 项，未答 1 项')).toBeVisible();
    expect(screen.getByRole('heading', { name: '安全' })).toBeVisible();
    await expectAccessible();
  });

  it('shows a school the signature and what was not answered', async () => {
    server.use(
      gives('/me', json({ ...officer, permissions: ['visitrecord:answer'] })),
      gives(
        '/zone/visits/v1/record',
        json({
          visitId: 'v1',
          content: {
            visitId: 'v1',
            schoolName: '松坪小学',
            madeOn: '2026-11-21',
            inspectors: ['林晓'],
            startedAt: '2026-11-21T01:00:00Z',
            finishedAt: '2026-11-21T03:00:00Z',
            asked: 24,
            answers: [
              {
                item: '1.1',
                matterZh: '安全',
                matterEn: 'Safety',
                nameZh: '疏散通道畅通',
                nameEn: 'Ways out',
                answerZh: '是',
                answerEn: 'yes',
                note: null,
              },
            ],
            findings: [],
            feedback: [],
            signedBy: ['张校长'],
            signatures: [{ name: '张校长', mark: 'M10 20 L60 45' }],
            summary: null,
          },
          outcomes: [],
          publishedName: '林晓',
          publishedAt: '2026-11-21T08:00:00Z',
          replyDue: '2026-12-01',
          reply: '已清理',
          repliedName: '张校长',
          repliedAt: '2026-11-22T08:00:00Z',
          replyLate: false,
          feedbackGiven: true,
          version: 1,
        }),
      ),
    );
    open('/visits/v1');
    expect(await screen.findByText('共 24 项，已答 1 项，未答 23 项')).toBeVisible();
    expect(screen.getByRole('img', { name: '张校长的签字' })).toBeInTheDocument();
    expect(screen.getByText('1.1')).toBeVisible();
  });
});
