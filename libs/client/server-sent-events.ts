/** One event of a stream (`text/event-stream`, WHATWG HTML §9.2); `id` null: it has none of its own. */
export interface ServerSentEvent {
  event: string;
  data: string;
  id: string | null;
}

/** The events of a stream as they come. Comments, which only keep it alive, are passed over. */
export async function* serverSentEvents(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<ServerSentEvent, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += decoder.decode(value, { stream: true });
      // A line may be cut anywhere, also between \r and \n: only what an empty line has ended is whole.
      const blocks = text.split(/\r\n\r\n|\n\n|\r\r/u);
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = eventIn(block);
        if (event !== null) yield event;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function eventIn(block: string): ServerSentEvent | null {
  const fields = block.split(/\r\n|\n|\r/u).map((line) => /^(\w*):? ?(.*)$/u.exec(line));
  const of = (name: string): string[] => fields.flatMap((one) => (one?.[1] === name ? [one[2] ?? ''] : []));
  const data = of('data');
  if (data.length === 0) return null;
  return { event: of('event').at(-1) ?? 'message', data: data.join('\n'), id: of('id').at(-1) ?? null };
}
