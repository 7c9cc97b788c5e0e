const LONGEST = 1600;
const QUALITY = 0.8;
const SMALL_ENOUGH = 250 * 1024;
/** What phones take photos in though not every browser can show it; the server reads it. */
const UNSHOWN = /^image\/hei[cf]$/;

/**
 * A photo small enough for a slow line; the original when that is asked for.
 *
 * @returns nothing for a file that is no picture
 */
export async function photoOf(file: File, original: boolean): Promise<File | undefined> {
  if (UNSHOWN.test(file.type)) return file;
  let image: ImageBitmap;
  try {
    image = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return undefined;
  }
  try {
    if (original || file.size <= SMALL_ENOUGH) return file;
    const scale = Math.min(1, LONGEST / Math.max(image.width, image.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
    if (!blob || blob.size >= file.size) return file;
    return new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' });
  } finally {
    image.close();
  }
}
