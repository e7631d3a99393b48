import { Controller, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { noticeFileOf } from '#engine';
import { fileDisposition } from '#export';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { Requester, type Who } from '../who/who.js';
import { visibleNotice } from './visible-notice.js';

const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

/** The very paper that went out: whoever sees the notice may have it. */
@Controller()
export class NoticeFileController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('noticeFile')
  async file(
    @Input() { params }: InputOf<'noticeFile'>,
    @Requester() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { id, title, number } = await visibleNotice(this.context, who, params.id);
    const { context } = this.context.engine;
    const file = await noticeFileOf(context, who.jurisdictionId, id, params.format);
    if (file === null) throw problem('NotFound');
    response.set('Content-Security-Policy', "default-src 'none'; sandbox");
    response.set('X-Content-Type-Options', 'nosniff');
    return new StreamableFile(file.bytes, {
      type: MEDIA_TYPES[params.format],
      disposition: fileDisposition(
        `${number ?? ''} ${title}.${params.format}`.trim(),
        `notice.${params.format}`,
      ),
      length: file.bytes.length,
    });
  }
}
