import { expect, type Locator, type Page } from '@playwright/test';

/**
 * Picks one of a list that opens under a box. The list is fetched and moves while it opens, so a click may meet an entry
 * that is being replaced; a person would click again, and so does this, until the choice stands in its place.
 */
export async function pick(
  page: Page,
  box: Locator,
  title: string,
  shown: Locator,
  text = title,
): Promise<void> {
  await expect(async () => {
    await box.click();
    await box.fill(title.split(' ')[0] ?? title).catch(() => undefined);
    await page.getByTitle(title, { exact: true }).last().click({ timeout: 3_000 });
    await expect(shown).toContainText(text, { timeout: 2_000 });
  }).toPass();
}
