import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App } from 'antd';
import { useState } from 'react';
import { ApiProblem } from '../../api/api-problem.js';
import { planReviewQuery, planReviewsQuery } from '../../api/queries.js';
import { uploadFile } from '../../api/upload-file.js';
import { useIntentionKey } from '../../api/use-intention-key.js';
import { uploadText } from '../../texts/zh.js';

/** The limit of the server, said before anything is sent. */
const MAX_BYTES = 20 * 1024 * 1024;

export interface Upload {
  file: File;
  /** The running plan that the file revises. */
  amends: string | undefined;
}

function refuseHopeless({ size }: File): void {
  if (size === 0) throw new ApiProblem(422, 'DOCUMENT_EMPTY', uploadText.emptyTitle, uploadText.empty);
  if (size > MAX_BYTES)
    throw new ApiProblem(413, 'DOCUMENT_TOO_LARGE', uploadText.tooLargeTitle, uploadText.tooLarge);
}

/** Sends a file and opens its review. */
export function useUpload() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const keyFor = useIntentionKey();
  const [sent, setSent] = useState(0);
  const { message } = App.useApp();
  const uploading = useMutation({
    mutationFn: ({ file, amends }: Upload) => {
      refuseHopeless(file);
      setSent(0);
      return uploadFile('uploadPlan', {
        file,
        query: { fileName: file.name.slice(-200), amends },
        key: keyFor(file.name, file.size, file.lastModified, amends),
        onSent: setSent,
      });
    },
    onSuccess: async (review) => {
      queries.setQueryData(planReviewQuery(review.id).queryKey, review);
      if (review.notice !== undefined) void message.info(review.notice, 8);
      void queries.invalidateQueries({ queryKey: planReviewsQuery.queryKey, exact: true });
      await navigate({ to: '/plans/$reviewId', params: { reviewId: review.id } });
    },
  });
  return {
    upload: uploading.mutate,
    busy: uploading.isPending,
    problem: uploading.error,
    sent,
    file: uploading.variables?.file ?? null,
    reset: uploading.reset,
  };
}
