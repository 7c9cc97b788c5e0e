import { screen, waitFor } from '@testing-library/react';
import { strToU8, zipSync } from 'fflate';
import { http, HttpResponse, type JsonBodyType } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible, open } from '@/test/render';
import { at, gives, officer, refuses, server } from '@/test/server';

const json = (value: unknown) => value as JsonBodyType;

const record = (id: string, change: Record<string, unknown> = {}) => ({
  id,
  visitId: `visit-${id}`,
  schoolId: 's1',
  schoolName: `${id}小学`,
  draft: false,
  kind: 'ROUTINE',
  systemId: 'x1',
  startedAt: '2026-11-20T01:00:00Z',
  finishedAt: '2026-11-20T03:00:00Z',
  sentAt: '2026-11-20T04:00:00Z',
  madeBy: 'who',
  answers: [],
  findings: [],
  ...change,
});

const index = (change: Record<string, unknown> = {}) => ({
  format: 'dudao-visit-records',
  version: 1,
  madeBy: 'who',
  name: '林晓',
  exportedAt: '2026-11-20T04:00:00Z',
  records: [record('一'), record('二'), record('三', { draft: true })],
  files: [],
  ...change,
});

const zip = (content: unknown) =>
  new File([zipSync({ 'index.json': strToU8(JSON.stringify(content)) })], '督导记录.zip');

const choose = async (user: ReturnType<typeof open>['user'], file: File) =>
  user.upload(await screen.findByLabelText('手机导出的文件'), file);

beforeEach(() => {
  server.use(
    gives('/me', json({ ...officer, permissions: [...officer.permissions, 'visit:handIn'] })),
    refuses('get', '/zone/visits/:id', 404),
  );
});

describe('/visits/hand-in', () => {
  it('hands in what is finished, for its maker, and says of each what became of it', async () => {
    const sent: Record<string, unknown>[] = [];
    server.use(
      http.post(at('/zone/visit-records'), async ({ request }) => {
        const body = (await request.json()) as { id: string };
        sent.push(body);
        return body.id === '二'
          ? HttpResponse.json(
              { status: 422, code: 'zone.visit.school', detail: '这所学校不在督学的责任区内。' },
              { status: 422 },
            )
          : HttpResponse.json({ id: body.id, receivedAt: '2026-11-22T02:00:00Z' });
      }),
    );
    const { user } = open('/visits/hand-in');
    await choose(user, zip(index()));
    expect(await screen.findByText(/林晓于 .* 导出，共 3 件，已收到 0 件/)).toBeInTheDocument();
    expect(screen.getByText('草稿，督学尚未写完，确认后可勾选代交')).toBeInTheDocument();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: '代交 2 件' }));
    expect(await screen.findByText(/已收到 1 件/)).toBeInTheDocument();
    expect(screen.getByText(/这所学校不在督学的责任区内/)).toBeInTheDocument();
    expect(sent.map((one) => [one.id, one.madeBy, 'draft' in one || 'schoolName' in one])).toEqual([
      ['一', 'who', false],
      ['二', 'who', false],
    ]);
    expect(screen.getByRole('link', { name: '一小学' })).toHaveAttribute(
      'href',
      expect.stringContaining('/visits/visit-一'),
    );
    // what was refused can be tried again, what was received needs nothing more
    await waitFor(() => expect(screen.getByRole('button', { name: '代交 1 件' })).toBeEnabled());
  });

  it('says which records the server already has, and leaves nothing to press when it has all', async () => {
    server.use(
      gives(
        '/zone/visits/:id',
        json({ receipts: [{ id: '一', receivedAt: '2026-11-22T02:00:00Z' }], records: [], agreed: [] }),
      ),
    );
    const { user } = open('/visits/hand-in');
    await choose(user, zip(index({ records: [record('一')] })));
    expect(await screen.findByText(/此前已收到（2026年11月22日/)).toBeInTheDocument();
    expect(screen.getByText(/共 1 件，已收到 1 件/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /代交/ })).toBeDisabled();
    // photos may be missing, which the receipt does not say
    await user.click(screen.getByRole('checkbox'));
    expect(screen.getByRole('button', { name: '代交 1 件' })).toBeEnabled();
  });

  it('names a photo whose content the file lacks', async () => {
    server.use(
      http.post(at('/zone/visit-records'), () =>
        HttpResponse.json({ id: '一', receivedAt: '2026-11-22T02:00:00Z' }),
      ),
    );
    const { user } = open('/visits/hand-in');
    const photo = { id: 'p', record: '一', item: '1.1', name: '照片1.jpg', type: 'image/jpeg', takenAt: '' };
    await choose(user, zip(index({ records: [record('一')], files: [photo] })));
    await user.click(await screen.findByRole('button', { name: '代交 1 件' }));
    expect(await screen.findByText(/“照片1.jpg”没有送达/)).toBeInTheDocument();
  });

  it.each([
    ['notZip', new File(['not a zip'], 'a.zip'), /不是 zip 文件/],
    ['notOurs', zip({ format: 'other' }), /不是手机导出的督导记录/],
    ['newer', zip(index({ version: 2 })), /更新版本的手机端/],
    ['damaged', new File([zipSync({ 'index.json': strToU8('{}') }).slice(0, 30)], 'a.zip'), /已损坏/],
  ])('takes no file that is %s', async (_, file, said) => {
    const { user } = open('/visits/hand-in');
    await choose(user, file);
    expect(await screen.findByText(said)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /代交/ })).not.toBeInTheDocument();
  });
});
