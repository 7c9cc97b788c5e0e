import { currentLanguage } from '@/lib/i18n/language';
import { goToLogin, isLoggedOut } from './client';
import { OURS } from './ours';
import { ApiProblem, toProblem } from './problem';

const nameOf = (header: string | null): string | undefined => {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header ?? '')?.[1];
  return encoded ? decodeURIComponent(encoded) : /filename="?([^";]+)/i.exec(header ?? '')?.[1];
};

/**
 * Fetches a file and hands it to the browser: in the language of the interface, and with a refusal told as one, which
 * a plain link can do neither of. A file that is made by asking for it is asked for with POST.
 */
export async function download(address: string, method: 'GET' | 'POST' = 'GET'): Promise<void> {
  const response = await fetch(address, {
    method,
    headers: { ...OURS, 'Accept-Language': currentLanguage() },
  }).catch(() => {
    throw new ApiProblem(0, 'network', '');
  });
  if (isLoggedOut(response.status)) goToLogin();
  if (!response.ok) throw toProblem(response.status, await response.json().catch(() => undefined));
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = nameOf(response.headers.get('Content-Disposition')) ?? 'dudao';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
