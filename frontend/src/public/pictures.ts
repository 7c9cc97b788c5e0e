import { call } from './api';

export const MOST_PICTURES = 3;
const EDGE = 2048;
const QUALITY = 0.85;

/** A picture small enough for a slow line and without place or device; as it is when the browser cannot draw it. */
export async function shrunk(file: File): Promise<Blob> {
  try {
    const image = await createImageBitmap(file);
    const scale = Math.min(1, EDGE / Math.max(image.width, image.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    const pen = canvas.getContext('2d');
    if (!pen) return file;
    // JPEG knows no transparency: what shows through is white paper
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
    return drawn ?? file;
  } catch {
    return file;
  }
}

/** Sends one picture of a complaint; the same one twice is one. */
export async function sendPicture(key: string, file: File): Promise<void> {
  await call('/complaints/pictures', {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream', 'Complaint-Key': key },
    body: await shrunk(file),
  });
}
