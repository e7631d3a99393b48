import type { RouteName } from '#contract';
import { ApiProblem } from './api-problem.js';
import { addressOf, headersFor, parse, type AnswerOf, type Call } from './client.js';
import { routeOf } from './routes.js';

interface Upload extends Pick<Call, 'params' | 'query' | 'key'> {
  file: Blob;
  /** How much has been sent, 0 to 1. At 1 the server is still reading. */
  onSent: (share: number) => void;
}

/** Sends a file as it is. Not with `fetch`, which does not tell how much has been sent. */
export async function uploadFile<N extends RouteName>(
  name: N,
  { file, onSent, ...wanted }: Upload,
): Promise<AnswerOf<N>> {
  const route = await routeOf(name);
  const answer = await new Promise<Response>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(route.method.toUpperCase(), addressOf(name, wanted));
    for (const [header, value] of Object.entries(headersFor(route, wanted)))
      request.setRequestHeader(header, value);
    request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total);
    request.onload = () => resolve(new Response(request.responseText, { status: request.status }));
    request.onerror = () => reject(ApiProblem.offline());
    request.onabort = () => reject(ApiProblem.offline());
    request.send(file);
  });
  if (!answer.ok) throw await ApiProblem.of(answer);
  return (route.answer === undefined ? undefined : await parse(answer, route.answer)) as AnswerOf<N>;
}
