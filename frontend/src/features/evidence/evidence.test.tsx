import { screen, waitFor, within } from '@testing-library/react';
import type { JsonBodyType } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Me } from '@/lib/api/me';
import { takes } from '@/test/body';
import { expectAccessible, open } from '@/test/render';
import { gives, officer, page, server } from '@/test/server';

const json = (value: unknown) => value as JsonBodyType;

const file = (change: Record<string, unknown> = {}) => ({
  id: 'p1',
  name: '操场.jpg',
  kind: 'PHOTO',
  mediaType: 'image/jpeg',
  size: 2_400_000,
  sha256: 'ab'.repeat(32),
  width: 4000,
  height: 3000,
  factOn: '2026-09-01',
  uploadedAt: '2026-09-02T02:00:00Z',
  receivedAt: '2026-09-02T02:01:00Z',
  takenAt: '2026-09-01T01:30:00Z',
  uploaderName: '林晓',
  mine: true,
  note: null,
  scan: 'OFF',
  signature: null,
  readable: true,
  thumbnail: true,
  published: true,
  inUse: false,
  sweptOn: '2026-10-03',
  version: 2,
  ...change,
});

const ask = (change: Record<string, unknown> = {}) => ({
  id: 'a1',
  unitName: '松坪小学',
  schoolId: 's1',
  regionCode: null,
  note: '含送教上门',
  dueOn: '2026-11-30',
  askedAt: '2026-11-20T02:00:00Z',
  askerName: '林晓',
  answeredAt: null,
  endedAt: null,
  ended: null,
  open: true,
  overdue: false,
  reached: true,
  version: 0,
  ...change,
});

const summary = {
  id: 'c1',
  template: 'BASIC_BALANCE',
  nameZh: '义务教育基本均衡评估档案目录',
  nameEn: 'Archive of a basic balance inspection',
  regionCode: '530322',
  regionName: '青岭县',
  year: 2026,
  items: 2,
  complete: 1,
  openAsks: 1,
  openedAt: '2026-11-20T02:00:00Z',
  openerName: '林晓',
};

const item = (code: string, nameZh: string, change: Record<string, unknown> = {}) => ({
  code,
  nameZh,
  nameEn: `Material ${code}`,
  supplier: 'SCHOOL',
  unitZh: '各学校',
  least: 1,
  complete: false,
  files: [],
  asks: [],
  ...change,
});

const archive = {
  summary,
  source: { title: '教督〔2012〕3号', confidence: 'M', unverified: ['分类由本软件拟定'] },
  categories: [
    {
      code: '01',
      nameZh: '县级自评与申报',
      nameEn: 'Self-evaluation',
      source: '教督〔2012〕3号',
      missing: 1,
      items: [
        item('01-1', '县级自评报告', { complete: true, files: [file()] }),
        item('01-2', '学校名册', { asks: [ask()] }),
      ],
    },
  ],
};

const school: Me = {
  ...officer,
  role: 'school',
  permissions: ['evidence:read', 'evidence:upload', 'archive:answer'],
};

describe('files', () => {
  beforeEach(() =>
    server.use(gives('/evidence/files', json(page([file(), file({ id: 'p2', scan: 'INFECTED' })])))),
  );

  it('are listed with their use, and infected ones are told apart', async () => {
    open('/evidence');
    expect(await screen.findByText('共 2 个文件，一次收集，多处使用')).toBeVisible();
    expect(screen.getByText('未使用，2026年10月3日起清除')).toBeVisible();
    expect(screen.getByText('含病毒')).toBeVisible();
    await expectAccessible();
  });

  it('one shows its three dates and every use the reader may see', async () => {
    server.use(
      gives(
        '/evidence/files/p1',
        json({
          file: file({ inUse: true, sweptOn: null }),
          uses: [
            {
              subjectType: 'finding',
              text: '松坪小学：通道堆物',
              path: '/rectification/findings/f1',
              attachedAt: '2026-09-03T02:00:00Z',
              attacherName: '林晓',
              detachedAt: null,
              detacherName: null,
              detachedFor: null,
            },
          ],
        }),
      ),
    );
    open('/evidence/p1');
    expect(await screen.findByText('用于 1 处')).toBeVisible();
    for (const label of ['事实日期', '上传时间', '收到时间']) expect(screen.getByText(label)).toBeVisible();
    expect(screen.getByRole('link', { name: '松坪小学：通道堆物' })).toHaveAttribute(
      'href',
      expect.stringContaining('/rectification/findings/f1'),
    );
    await expectAccessible();
  });

  it('one that cannot be shown small says why and that the original is complete', async () => {
    server.use(
      gives(
        '/evidence/files/p1',
        json({
          file: file({ mediaType: 'image/heic', thumbnail: false, width: null, height: null }),
          uses: [],
        }),
      ),
      gives(
        '/evidence/files/p2',
        json({ file: file({ id: 'p2', thumbnail: false, width: 60000, height: 60000 }), uses: [] }),
      ),
    );
    const { unmount } = open('/evidence/p1');
    expect(await screen.findByText(/HEIC 格式.*原件完好，请下载查看/)).toBeVisible();
    unmount();
    open('/evidence/p2');
    expect(await screen.findByText(/像素太多.*原件完好/)).toBeVisible();
  });

  it('a description is sent with the version it was read at', async () => {
    server.use(gives('/evidence/files/p1', json({ file: file(), uses: [] })));
    const put = takes('put', '/evidence/files/p1', json({ file: file({ note: '开学检查' }), uses: [] }));
    server.use(put.handler);
    const { user } = open('/evidence/p1');
    await user.click(await screen.findByRole('button', { name: '修改说明' }));
    await user.type(within(await screen.findByRole('dialog')).getByLabelText('说明'), '开学检查');
    await user.click(screen.getByRole('button', { name: /保\s*存/ }));
    await waitFor(() => expect(put.seen).toHaveLength(1));
    expect(put.seen[0]?.headers.get('If-Match')).toBe('"2"');
    expect(put.seen[0]?.body).toMatchObject({ name: '操场.jpg', note: '开学检查' });
  });

  it('one sent by mistake is deleted with the version it was read at', async () => {
    server.use(gives('/evidence/files/p1', json({ file: file(), uses: [] })));
    const gone = takes('delete', '/evidence/files/p1', null);
    server.use(gone.handler);
    const { user, address } = open('/evidence/p1');
    await user.click(await screen.findByRole('button', { name: /^删\s*除$/ }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('删除“操场.jpg”');
    await user.click(within(dialog).getByRole('button', { name: /^删\s*除$/ }));
    await waitFor(() => expect(gone.seen).toHaveLength(1));
    expect(gone.seen[0]?.headers.get('If-Match')).toBe('"2"');
    await waitFor(() => expect(address()).not.toContain('/p1'));
  });

  it('one that proved something, or of somebody else, is not deleted', async () => {
    server.use(gives('/evidence/files/p1', json({ file: file({ sweptOn: null }), uses: [] })));
    open('/evidence/p1');
    expect(await screen.findByRole('button', { name: '修改说明' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /^删\s*除$/ })).toBeNull();
  });
});

describe('archives', () => {
  it('say that a unit without an account sees nothing of what it is asked for', async () => {
    const items = [item('01-2', '学校名册', { asks: [ask({ reached: false })] })];
    server.use(
      gives(
        '/evidence/catalogues/c1',
        json({ ...archive, categories: [{ ...archive.categories[0], items }] }),
      ),
    );
    open('/archives/c1');
    expect(await screen.findByText('该单位没有账号，收不到催要，请另行通知')).toBeVisible();
    await expectAccessible();
  });

  it('say how much is there and what is asked for', async () => {
    server.use(gives('/evidence/catalogues', json([summary])));
    open('/archives');
    expect(await screen.findByText('2 项中已齐 1 项 · 缺 1 项 · 1 项催要中')).toBeVisible();
    await expectAccessible();
  });

  it('one shows what is missing first, and everything when asked', async () => {
    server.use(gives('/evidence/catalogues/c1', json(archive)));
    const { user, address } = open('/archives/c1');
    expect(await screen.findByText('01-2 学校名册')).toBeVisible();
    expect(screen.getByText(/林晓 向 松坪小学 催要/)).toBeVisible();
    expect(screen.queryByText('01-1 县级自评报告')).toBeNull();
    await user.click(screen.getByText('全部'));
    expect(await screen.findByText('01-1 县级自评报告')).toBeVisible();
    expect(address()).toContain('show=all');
    expect(screen.getByText('分类由本软件拟定')).toBeVisible();
    await expectAccessible();
  });

  it('what a school is asked for is answered in place', async () => {
    server.use(
      gives('/me', json(school)),
      gives(
        '/evidence/catalogues/asked',
        json([
          {
            ask: ask(),
            catalogueZh: summary.nameZh,
            catalogueEn: summary.nameEn,
            year: 2026,
            itemZh: '学校名册',
            itemEn: 'List of schools',
            least: 1,
            sent: [],
          },
        ]),
      ),
    );
    open('/archives/asked');
    expect(await screen.findByText('还有 1 项待交')).toBeVisible();
    expect(screen.getByText('2026年11月30日前提交')).toBeVisible();
    expect(screen.getByRole('button', { name: '提交材料' })).toBeDisabled();
    await expectAccessible();
  });

  it('are closed to those who may not read them', async () => {
    server.use(gives('/me', json(school)));
    open('/archives');
    expect(await screen.findByRole('heading', { name: '这一页不在你的权限内' })).toBeVisible();
  });
});
