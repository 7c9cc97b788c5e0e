import type { Page } from '@playwright/test';

/** A picture of some size: what follows its end belongs to the file, not to the picture. */
export async function photo(page: Page, name: string, size = 0) {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 480;
    const pen = canvas.getContext('2d');
    pen?.fillText(String(Date.now()), 20, 40);
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
  });
  const picture = Buffer.from(drawn, 'base64');
  return {
    name,
    mimeType: 'image/jpeg',
    buffer: Buffer.concat([picture, Buffer.alloc(Math.max(0, size - picture.length), name)]),
  };
}
