import { http, HttpResponse, type JsonBodyType } from 'msw';
import { at } from './server';

/** Answers a command and keeps what was sent with it. */
export function takes(method: 'post' | 'put' | 'delete', path: string, answer: JsonBodyType, status = 200) {
  const seen: { body: unknown; headers: Headers; url: URL }[] = [];
  const handler = http[method](at(path), async ({ request }) => {
    const text = await request.clone().text();
    seen.push({
      body: text.startsWith('{') || text.startsWith('[') ? (JSON.parse(text) as unknown) : text,
      headers: request.headers,
      url: new URL(request.url),
    });
    return status === 204 ? new HttpResponse(null, { status }) : HttpResponse.json(answer, { status });
  });
  return { handler, seen };
}
