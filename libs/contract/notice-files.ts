import { z } from 'zod';
import { idParamsSchema } from './primitives.js';

export const NOTICE_FILE_ROUTES = {
  noticeFile: {
    method: 'get',
    path: '/api/v1/notices/{id}/files/{format}',
    summary: '签发的文书原件',
    tag: 'notice',
    status: 200,
    params: idParamsSchema.extend({ format: z.enum(['docx', 'pdf']) }),
    mediaType: 'application/octet-stream',
  },
} as const;
