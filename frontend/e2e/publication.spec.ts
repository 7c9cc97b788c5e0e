import { expect, test, type Browser, type Page } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expectAccessible } from './support/a11y';
import { stateOf } from './support/accounts';

const OURS = { 'X-Requested-With': 'JavaScript' };
const PHONE = { width: 390, height: 844 };
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const TEMPLATE = '/api/v1/publication/templates/RECTIFICATION_NOTICE';

async function as(browser: Browser, account: string, viewport = { width: 1366, height: 768 }): Promise<Page> {
  const context = await browser.newContext({ storageState: stateOf(account), viewport, locale: 'zh-CN' });
  return context.newPage();
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

/** A notice over one finding of a school, submitted; returns where it stands. */
async function submitted(page: Page, schoolId: string, title: string): Promise<string> {
  const id = crypto.randomUUID();
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
  const finding = await page.request.post('/api/v1/rectification/findings', {
    headers: OURS,
    data: {
      id,
      schoolId,
      rule: '消防通道应保持畅通',
      description: `通道堆物${title}`,
      severity: 'GENERAL',
      foundOn: today,
    },
  });
  expect(finding.ok(), await finding.text()).toBe(true);
  const drafted = await page.request.post('/api/v1/rectification/notices', {
    headers: OURS,
    data: { title, demands: [{ findingId: id, requirement: '立即清理', days: 5, kind: 'WORKING' }] },
  });
  const { notice } = (await drafted.json()) as { notice: { id: string; version: number } };
  const sent = await page.request.post(`/api/v1/rectification/notices/${notice.id}/submit`, {
    headers: { ...OURS, 'If-Match': `"${notice.version}"` },
  });
  expect(sent.ok(), await sent.text()).toBe(true);
  return `/rectification/notices/${notice.id}`;
}

/** The director approves it on its page and opens its document, whose files are ready; returns the document's number. */
async function approved(page: Page, where: string, title: string): Promise<string> {
  await page.goto(where);
  await page.getByRole('button', { name: '批准并编号' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '批准并编号' }).click();
  await page.getByRole('link', { name: /^整改通知书 教督整改〔/ }).click();
  await expect(heading(page, title)).toBeVisible();
  await expect(page.getByRole('link', { name: '打开 PDF' })).toBeVisible({ timeout: 60_000 });
  return (
    (await page
      .getByText(/^教督整改〔\d{4}〕\d+号$/)
      .first()
      .textContent()) ?? ''
  );
}

/** The text of the document shown, taken from its docx. */
async function docx(page: Page): Promise<string> {
  const id = page.url().split('/').at(-1)?.split('?')[0];
  const file = await page.request.get(`/api/v1/publication/documents/${id}/docx`, { headers: OURS });
  expect(file.ok()).toBe(true);
  const xml = unzipSync(await file.body())['word/document.xml'];
  return xml ? strFromU8(xml).replace(/<[^>]*>/g, '') : '';
}

test('a notice becomes a numbered document; the office changes its template; a withdrawn one keeps its number', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const stamp = Date.now().toString().slice(-6);
  const school = await as(browser, 'school', PHONE);
  const me = (await (await school.request.get('/api/v1/me', { headers: OURS })).json()) as {
    scope: { schoolId: string; schoolName: string };
  };
  const officer = await as(browser, 'officer');
  const director = await as(browser, 'director');

  // approved: numbered, registered, printed
  const first = await submitted(officer, me.scope.schoolId, `消防整改通知甲${stamp}`);
  const number = await approved(director, first, `消防整改通知甲${stamp}`);
  await expectAccessible(director);
  const pdf = await director.request.get(
    (await director.getByRole('link', { name: '打开 PDF' }).getAttribute('href')) ?? '',
  );
  expect(pdf.headers()['content-type']).toContain('application/pdf');
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  const text = await docx(director);
  expect(text).toContain(number);
  expect(text).toContain(me.scope.schoolName);
  await officer.goto(`/documents?q=${encodeURIComponent(number)}`);
  await expect(officer.getByText(number).first()).toBeVisible();

  // the office brings a template of its own, and the next document is made with it
  await officer.goto('/document-templates/RECTIFICATION_NOTICE');
  const shipped = await officer.request.get(`${TEMPLATE}/file?version=0`, { headers: OURS });
  const parts = unzipSync(await shipped.body());
  const body = parts['word/document.xml'];
  if (!body) throw new Error('no document in the template');
  const upload = (change: (xml: string) => string) =>
    officer.locator('input[type=file]').setInputFiles({
      name: '我县模板.docx',
      mimeType: DOCX,
      buffer: Buffer.from(zipSync({ ...parts, 'word/document.xml': strToU8(change(strFromU8(body))) })),
    });
  await upload((xml) => xml.replace('{{文号}}', '文号'));
  await expect(officer.getByText('缺少必填字段“文号”')).toBeVisible();
  await upload((xml) =>
    xml.replace('三、报告整改情况', `三、按时报告${stamp}`).replace('w:top="2098"', 'w:top="1440"'),
  );
  await expect(officer.getByText('天头（上白边）为25.4 mm，应为37 mm±1 mm')).toBeVisible();
  await expectAccessible(officer);
  const second = await submitted(officer, me.scope.schoolId, `消防整改通知乙${stamp}`);
  await approved(director, second, `消防整改通知乙${stamp}`);
  expect(await docx(director)).toContain(`三、按时报告${stamp}`);

  // withdrawn: the number stays taken, and the reason is told
  await director.goto(second);
  await director.getByRole('button', { name: /撤\s*回/ }).click();
  const ask = director.getByRole('dialog');
  await ask.getByRole('textbox', { name: '原因' }).fill('事实有误');
  await ask.getByRole('button', { name: /撤\s*回/ }).click();
  await director.getByRole('link', { name: /^整改通知书 教督整改〔/ }).click();
  await expect(director.getByText('事实有误')).toBeVisible();
  await expect(director.getByText('已撤回').first()).toBeVisible();

  // back to the shipped one
  await officer.getByRole('button', { name: /^改用 系统自带/ }).click();
  await expect(officer.getByText('符合国标')).toBeVisible();

  // the school sees its own on a phone, and not the one that was withdrawn before it came
  await school.goto(`/documents?q=${stamp}`);
  await expect(school.getByText(`消防整改通知甲${stamp}`).first()).toBeVisible();
  await expect(school.getByText(`消防整改通知乙${stamp}`)).toHaveCount(0);
  await expectAccessible(school);
});
