import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectAccessible } from './support/a11y';
import { stateOf } from './support/accounts';
import { photo } from './support/photo';
import { pick } from './support/pick';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const OURS = { 'X-Requested-With': 'JavaScript' };
const PHONE = { width: 390, height: 844 };

async function as(browser: Browser, account: string, viewport = { width: 1366, height: 768 }): Promise<Page> {
  const context = await browser.newContext({ storageState: stateOf(account), viewport, locale: 'zh-CN' });
  return context.newPage();
}

interface Row {
  found: number;
  closed: number;
  open: number;
  overdue: number;
}

/** The ledger of the whole county; it reconciles at every step. */
async function ledger(page: Page): Promise<Row> {
  const answer = await page.request.get('/api/v1/rectification/ledger', { headers: OURS });
  const row = ((await answer.json()) as Row[])[0] ?? { found: 0, closed: 0, open: 0, overdue: 0 };
  expect(row.found).toBe(row.closed + row.open + row.overdue);
  return row;
}

async function record(page: Page, school: string, text: string): Promise<void> {
  await page.goto('/rectification');
  await page.getByRole('button', { name: '登记问题' }).click();
  const drawer = page.getByRole('dialog');
  await pick(page, drawer.getByRole('combobox', { name: '学校或乡镇' }), school, drawer);
  await drawer.getByRole('textbox', { name: /^问题/ }).fill(text);
  await drawer.getByRole('combobox', { name: /^依据（/ }).fill('消防通道应保持畅通');
  await drawer.getByRole('button', { name: /登\s*记/ }).click();
  await expect(drawer).toBeHidden();
}

/** Opens a finding by what it says and takes a step with some words. */
async function step(page: Page, text: string, button: string, words?: [string, string]): Promise<void> {
  await page.goto(`/rectification?q=${encodeURIComponent(text)}`);
  await page.getByRole('link', { name: text }).first().click();
  const name = new RegExp(button.split('').join('\\s*'));
  await page.getByRole('button', { name }).click();
  const dialog = page.getByRole('dialog');
  if (words) await dialog.getByRole('textbox', { name: words[0] }).fill(words[1]);
  await dialog.getByRole('button', { name }).click();
  await expect(dialog).toBeHidden();
}

/** The unit's reply, with a picture taken on the phone. */
async function replyWithPhoto(page: Page, text: string): Promise<void> {
  await page.goto(`/rectification?q=${encodeURIComponent(text)}`);
  await page.getByRole('link', { name: text }).first().click();
  await page.getByRole('button', { name: /回\s*复\s*整/ }).click();
  const reply = page.getByRole('dialog');
  await reply.getByRole('textbox', { name: '整改措施与结果' }).fill('已清理并落实专人巡查');
  const chooser = page.waitForEvent('filechooser');
  await reply.getByRole('button', { name: '拍照' }).click();
  const name = `${text}.jpg`;
  await (await chooser).setFiles(await photo(page, name));
  await expect(reply.getByRole('button', { name: `查看 ${name}` })).toBeVisible({ timeout: 30_000 });
  await reply.getByRole('button', { name: /回\s*复\s*整/ }).click();
  await expect(reply).toBeHidden();
  await expect(page.getByRole('button', { name: `查看 ${name}` })).toBeVisible();
}

test('two findings from the office through notice, receipt and reply to closing and return', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const stamp = Date.now().toString().slice(-6);
  const [first, second] = [`东侧通道堆物${stamp}`, `灭火器过期${stamp}`];
  const school = await as(browser, 'school', PHONE);
  const me = (await (await school.request.get('/api/v1/me', { headers: OURS })).json()) as {
    scope: { schoolId: string; schoolName: string };
  };
  const officer = await as(browser, 'officer');
  const before = await ledger(officer);

  await record(officer, me.scope.schoolName, first);
  await record(officer, me.scope.schoolName, second);
  expect((await ledger(officer)).found).toBe(before.found + 2);
  await expectAccessible(officer);

  await officer.goto(`/rectification/notices/new?unit=${me.scope.schoolId}`);
  await expect(officer.getByRole('checkbox', { name: new RegExp(second) })).toBeVisible();
  for (const box of await officer.getByRole('checkbox').all()) {
    const label = (await box.getAttribute('aria-label')) ?? '';
    if (!label.includes(stamp)) await box.uncheck();
  }
  await officer.getByRole('textbox', { name: '标题' }).fill(`整改通知${stamp}`);
  await officer.getByRole('button', { name: '保存草稿' }).click();
  await expect(heading(officer, `整改通知${stamp}`)).toBeVisible();
  await officer.getByRole('button', { name: '提交审批' }).click();
  await expect(officer.getByText('待审批').first()).toBeVisible();

  const director = await as(browser, 'director');
  await director.goto('/');
  await director.getByRole('link', { name: `审批：整改通知${stamp}` }).click();
  await director.getByRole('button', { name: '退回修改' }).click();
  const back = director.getByRole('dialog');
  await back.getByRole('textbox', { name: '原因' }).fill('请抄送县消防救援大队');
  await back.getByRole('button', { name: '退回修改' }).click();
  await expect(director.getByText('草稿').first()).toBeVisible();

  await officer.goto('/');
  await officer.getByRole('link', { name: `按退回意见修改：整改通知${stamp}` }).click();
  await expect(officer.getByText('请抄送县消防救援大队')).toBeVisible();
  await officer.getByRole('button', { name: /^修\s*改$/ }).click();
  await officer.getByRole('textbox', { name: '抄送' }).fill('县消防救援大队');
  await officer.getByRole('button', { name: '保存草稿' }).click();
  const paper = officer.getByRole('link', { name: '预览公文' });
  const preview = await officer.request.get((await paper.getAttribute('href')) ?? '', { headers: OURS });
  expect(preview.headers()['content-type']).toBe('application/pdf');
  await officer.getByRole('button', { name: '提交审批' }).click();
  await expect(officer.getByText('待审批').first()).toBeVisible();

  await director.goto('/');
  await director.getByRole('link', { name: `审批：整改通知${stamp}` }).click();
  await director.getByRole('button', { name: '批准并编号' }).click();
  await director.getByRole('dialog').getByRole('button', { name: '批准并编号' }).click();
  await expect(director.getByText(/教督整改〔\d{4}〕\d+号/).first()).toBeVisible();

  await school.goto('/');
  await school.getByRole('link', { name: `签收：整改通知${stamp}` }).click();
  await school.getByRole('button', { name: /签\s*收/ }).click();
  const receipt = school.getByRole('dialog');
  await receipt.getByRole('textbox', { name: '签收人姓名' }).fill('张校长');
  const pad = await receipt.getByRole('img', { name: '在框内签名' }).boundingBox();
  if (!pad) throw new Error('no box to sign in');
  await school.mouse.move(pad.x + 40, pad.y + 60);
  await school.mouse.down();
  await school.mouse.move(pad.x + 120, pad.y + 100, { steps: 8 });
  await school.mouse.move(pad.x + 200, pad.y + 40, { steps: 8 });
  await school.mouse.up();
  await receipt.getByRole('button', { name: /签\s*收/ }).click();
  await expect(school.getByText(/张校长 于/)).toBeVisible();
  await expect(school.getByRole('img', { name: /签\s*收/ })).toBeVisible();
  await expectAccessible(school);

  for (const text of [first, second]) await replyWithPhoto(school, text);
  const inspector = await as(browser, 'inspector');
  await step(inspector, first, '核查通过', ['核查情况', '现场核查属实']);
  await step(inspector, second, '退回', ['原因', '二楼灭火器仍过期']);

  await officer.goto(`/rectification?q=${first}`);
  await officer.getByRole('link', { name: first }).first().click();
  await expect(officer.getByRole('button', { name: /销\s*号/ })).toBeDisabled();
  await expect(officer.getByText('问题由您登记，销号请由他人办理')).toBeVisible();

  await step(director, first, '销号', ['销号意见', '同意']);
  const after = await ledger(officer);
  expect(after.closed).toBe(before.closed + 1);
  expect(after.found).toBe(before.found + 2);
});
