import { screen, waitFor, within } from '@testing-library/react';
import type { JsonBodyType } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { takes } from '@/test/body';
import { expectAccessible, open } from '@/test/render';
import { gives, officer, page, refuses, server } from '@/test/server';

const json = (value: unknown) => value as JsonBodyType;

const document = (change: Record<string, unknown> = {}) => ({
  id: 'd1',
  kind: 'CRITICISM',
  kindName: '督导通报',
  kindNameEn: 'Notice of criticism',
  regionCode: '530322101',
  schoolId: 's1',
  unitName: '松坪小学',
  number: '教督通报〔2026〕1号',
  title: '关于松坪小学逾期未整改问题的通报',
  recipients: '各学校',
  approverName: '王主任',
  issuedOn: '2026-11-22',
  registeredAt: '2026-11-22T02:00:00Z',
  subjectId: 'e1',
  findingId: 'f1',
  ownTemplate: false,
  state: 'ISSUED',
  withdrawnOn: null,
  withdrawnFor: null,
  servedOn: null,
  receiptName: null,
  fileState: 'READY',
  fileProblem: null,
  renderedAt: '2026-11-22T02:00:05Z',
  version: 4,
  ...change,
});

const templates = (change: Record<string, unknown> = {}) => ({
  kind: 'CRITICISM',
  name: '督导通报',
  nameEn: 'Notice of criticism',
  numbered: true,
  inUse: 1,
  versions: [
    {
      versionNo: 1,
      fileName: '我县通报.docx',
      size: 9000,
      uploaderName: '林晓',
      uploadedAt: '2026-11-20T02:00:00Z',
    },
  ],
  deviations: [
    { place: 'PAGE', paragraph: 0, excerpt: null, text: '天头为25.4 mm', remedy: '把“上”改为37 mm' },
  ],
  fields: [
    {
      name: '文号',
      nameEn: 'Number',
      list: false,
      required: true,
      sample: '教督通报〔2026〕1号',
      columns: [],
      samples: [],
    },
    {
      name: '抄送',
      nameEn: 'Copies',
      list: true,
      required: false,
      sample: null,
      columns: [{ name: '机关', nameEn: 'Organs' }],
      samples: [{ 机关: '县教育体育局' }],
    },
  ],
  version: 2,
  ...change,
});

const can = (...permissions: string[]) =>
  gives('/me', json({ ...officer, permissions: ['document:read', ...permissions] }));

beforeEach(() => {
  server.use(
    can('document:handle', 'document:withdraw', 'template:edit', 'finding:read'),
    gives(
      '/publication/kinds',
      json([{ code: 'CRITICISM', name: '督导通报', nameEn: 'Notice of criticism', numbered: true }]),
    ),
    gives(
      '/publication/documents',
      json(page([document(), document({ id: 'd2', number: null, title: '整改到期提醒' })])),
    ),
    gives('/publication/documents/d1', json(document())),
    gives('/publication/templates', json([templates()])),
    gives('/publication/templates/CRITICISM', json(templates())),
    gives(
      '/publication/office',
      json({ regionCode: '530322', name: '青岭县人民政府教育督导室', own: false, version: 0 }),
    ),
  );
});

describe('/documents', () => {
  it('lists numbered documents and slips with where they stand', async () => {
    open('/documents');
    expect(await screen.findByRole('heading', { level: 1, name: '发文登记' })).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: '教督通报〔2026〕1号' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '无文号' })).toBeInTheDocument();
    await expectAccessible();
  });

  it('is closed to those who may not read documents', async () => {
    server.use(gives('/me', json({ ...officer, permissions: [] })));
    open('/documents');
    expect(await screen.findByRole('heading', { name: '这一页不在你的权限内' })).toBeInTheDocument();
  });
});

describe('/documents/:id', () => {
  it('opens the paper and notes a receipt with the version it was read at', async () => {
    const post = takes(
      'post',
      '/publication/documents/d1/receipt',
      json(document({ servedOn: '2026-11-22' })),
    );
    server.use(post.handler);
    const { user } = open('/documents/d1');
    expect(await screen.findByRole('link', { name: '打开 PDF' })).toHaveAttribute(
      'href',
      '/api/v1/publication/documents/d1/pdf',
    );
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: '登记送达' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox', { name: '签收人' }), '李主任');
    await user.click(within(dialog).getByRole('button', { name: '登记送达' }));
    await waitFor(() => expect(post.seen).toHaveLength(1));
    expect(post.seen[0]?.headers.get('If-Match')).toBe('"4"');
    expect(post.seen[0]?.body).toMatchObject({ name: '李主任' });
  });

  it('says that a file is being made, or why there is none', async () => {
    server.use(gives('/publication/documents/d1', json(document({ fileState: 'NONE' }))));
    open('/documents/d1');
    expect(await screen.findByText('签发时尚无电子登记，没有电子文本。')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: '打开 PDF' })).not.toBeInTheDocument();
  });

  it('leaves a notice of rectification to the page it is kept on', async () => {
    server.use(
      gives('/publication/documents/d1', json(document({ kind: 'RECTIFICATION_NOTICE', findingId: null }))),
    );
    open('/documents/d1');
    expect(await screen.findByRole('link', { name: '整改通知书办理页' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '撤回' })).not.toBeInTheDocument();
  });
});

describe('/document-templates', () => {
  it('says which template is in use and how it stands to the standard', async () => {
    open('/document-templates');
    expect(await screen.findByText('第 1 版 我县通报.docx')).toBeInTheDocument();
    expect(screen.getByText('1 处与国标不同')).toBeInTheDocument();
    expect(screen.getByText('青岭县人民政府教育督导室（按地区名称自动生成）')).toBeInTheDocument();
    await expectAccessible();
  });

  it('shows departures with their remedy, and every reason a file is refused for', async () => {
    server.use(
      refuses('post', '/publication/templates/CRITICISM/versions', 422, {
        errors: [
          { field: 'file', code: 'x', message: '缺少必填字段“文号”' },
          { field: 'file', code: 'y', message: '“密码”不是督导通报的字段' },
        ],
      }),
    );
    const { user, container } = open('/document-templates/CRITICISM');
    expect(await screen.findByText('天头为25.4 mm')).toBeInTheDocument();
    expect(screen.getByText('把“上”改为37 mm')).toBeInTheDocument();
    await expectAccessible();
    const input = container.querySelector('input[type=file]') as HTMLInputElement;
    await user.upload(
      input,
      new File(['x'], '错.docx', {
        type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      }),
    );
    expect(await screen.findByText('缺少必填字段“文号”')).toBeInTheDocument();
    expect(screen.getByText('“密码”不是督导通报的字段')).toBeInTheDocument();
  });

  it('goes back to the shipped template', async () => {
    const post = takes('post', '/publication/templates/CRITICISM/use', json(templates({ inUse: 0 })));
    server.use(post.handler);
    const { user } = open('/document-templates/CRITICISM');
    await user.click(await screen.findByRole('button', { name: '改用 系统自带（GB/T 9704-2012）' }));
    await waitFor(() => expect(post.seen[0]?.body).toEqual({ version: 0 }));
    expect(post.seen[0]?.headers.get('If-Match')).toBe('"2"');
  });
});
