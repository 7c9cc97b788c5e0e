import { expect, test, type Browser, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { expectAccessible } from './support/a11y';
import { stateOf } from './support/accounts';
import { photo } from './support/photo';

const OURS = { 'X-Requested-With': 'JavaScript' };
const MEGABYTE = 1024 * 1024;
async function as(browser: Browser, account: string, viewport = { width: 1366, height: 768 }): Promise<Page> {
  const context = await browser.newContext({ storageState: stateOf(account), viewport, locale: 'zh-CN' });
  return context.newPage();
}

test('a photo from a phone, cut in the middle and gone on with, serves the reply and a catalogue', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const stamp = Date.now().toString().slice(-7);
  const name = `整改后${stamp}.jpg`;
  const school = await as(browser, 'school', { width: 390, height: 844 });
  const me = (await (await school.request.get('/api/v1/me', { headers: OURS })).json()) as {
    scope: { schoolId: string };
  };
  const officer = await as(browser, 'officer');
  const id = crypto.randomUUID();
  const raised = await officer.request.post('/api/v1/rectification/findings', {
    headers: OURS,
    data: {
      id,
      schoolId: me.scope.schoolId,
      rule: '消防通道应保持畅通',
      description: `当场指出的堆物${stamp}`,
      severity: 'ON_THE_SPOT',
      foundOn: '2026-10-08',
    },
  });
  expect(raised.status()).toBe(201);

  // the line breaks after the first part
  let broken = false;
  const offsets: number[] = [];
  await school.route('**/api/v1/evidence/uploads/**', async (route) => {
    if (broken) return route.abort('internetdisconnected');
    const request = route.request();
    if (request.method() === 'PATCH') {
      offsets.push(Number(await request.headerValue('Upload-Offset')));
      if (offsets.length === 1) {
        const answer = await route.fetch();
        broken = true;
        return route.fulfill({ response: answer });
      }
    }
    return route.continue();
  });
  await school.goto(`/rectification/findings/${id}`);
  await school.getByRole('button', { name: /回\s*复/ }).click();
  const reply = school.getByRole('dialog');
  await reply.getByRole('textbox', { name: '整改措施与结果' }).fill('已清理，附照片');
  await expect(reply.getByRole('button', { name: '拍照' })).toHaveCSS('min-height', '48px');
  const chooser = school.waitForEvent('filechooser');
  await reply.getByRole('button', { name: '拍照' }).click();
  await (await chooser).setFiles(await photo(school, name, 3 * MEGABYTE));
  await expect(reply.getByText(/网络中断，已传 1\.0 MB，共 3\.0 MB/)).toBeVisible({ timeout: 30_000 });
  await expectAccessible(school);
  broken = false;
  await reply.getByRole('button', { name: '续传' }).click();
  await expect(reply.getByRole('button', { name: `查看 ${name}` })).toBeVisible({ timeout: 30_000 });
  expect(offsets).toEqual([0, MEGABYTE, 2 * MEGABYTE]);
  await reply.getByRole('button', { name: /回\s*复/ }).click();
  await expect(reply).toBeHidden();
  const shown = school.getByRole('button', { name: `查看 ${name}` });
  await shown.click();
  await expect(school.getByRole('dialog').getByRole('img', { name })).toBeVisible();
  await expectAccessible(school);

  // the office finds it in the library, with where it is used
  await officer.goto(`/evidence?q=${stamp}`);
  await officer.getByRole('link', { name }).click();
  await expect(officer.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(officer.getByRole('link', { name: new RegExp(`当场指出的堆物${stamp}`) })).toBeVisible();
  await expectAccessible(officer);

  // and uses it once more in a catalogue, which comes as a zip
  await officer.goto('/archives');
  await officer.getByRole('button', { name: '开启目录' }).click();
  const opening = officer.getByRole('dialog');
  await opening.getByRole('spinbutton', { name: '年份' }).fill(String(1950 + (Number(stamp) % 250)));
  await opening.getByRole('button', { name: '开启目录' }).click();
  await expect(officer.getByRole('heading', { level: 2, name: /^01 县级自评与申报/ })).toBeVisible();
  await expectAccessible(officer);
  await officer.getByRole('button', { name: '放入材料：县级自评报告' }).click();
  const putting = officer.getByRole('dialog', { name: '放入材料：县级自评报告' });
  await putting.getByRole('button', { name: '从材料库选用' }).click();
  const library = officer.getByRole('dialog', { name: '从材料库选用' });
  await library.getByRole('searchbox', { name: '按文件名、说明、上传人查找' }).fill(stamp);
  await library.getByRole('searchbox', { name: '按文件名、说明、上传人查找' }).press('Enter');
  await library.getByRole('checkbox', { name: new RegExp(name) }).check();
  await library.getByRole('button', { name: '选用 1 个文件' }).click();
  await expect(putting.getByRole('button', { name: `查看 ${name}` })).toBeVisible();
  await putting
    .getByRole('button', { name: /放\s*入\s*材\s*料/ })
    .last()
    .click();
  await expect(putting).toBeHidden();

  await officer.getByText('全部', { exact: true }).click();
  await expect(officer.getByRole('button', { name: `查看 ${name}` })).toBeVisible();
  const coming = officer.waitForEvent('download');
  await officer.getByRole('button', { name: '下载“县级自评与申报”' }).click();
  const entries = unzipSync(readFileSync(await (await coming).path()));
  expect(Object.keys(entries).sort()).toEqual(
    [`01 县级自评与申报/01-1 县级自评报告/${name}`, '目录.xlsx'].sort(),
  );
  expect(entries[`01 县级自评与申报/01-1 县级自评报告/${name}`]?.length).toBe(3 * MEGABYTE);

  // a school is asked, and finds it on its desk
  await officer.getByRole('button', { name: '催要：随迁子女名册' }).click();
  const asking = officer.getByRole('dialog', { name: '催要：随迁子女名册' });
  await asking.getByRole('radio', { name: '其他单位' }).check();
  await asking.getByRole('textbox', { name: '单位名称' }).fill('公安局');
  await asking.getByRole('button', { name: /催\s*要/ }).click();
  await expect(officer.getByText(/向 公安局 催要/)).toBeVisible();
});
