import { useQuery } from '@tanstack/react-query';
import { Button, Divider } from 'antd';
import { call } from '../api/client.js';
import { sessionTexts } from '../texts/zh.js';

/** The way by the provider of unified sign-in, where there is one. */
export function UnifiedSignIn({ next }: { next: string | undefined }) {
  const ways = useQuery({
    queryKey: ['sign-in-ways'],
    queryFn: () => call('signInWays'),
    staleTime: Infinity,
  });
  const provider = ways.data?.provider ?? null;
  if (provider === null) return null;
  const search = next === undefined ? '' : `?${new URLSearchParams({ next }).toString()}`;
  return (
    <>
      <Divider plain>{sessionTexts.or}</Divider>
      <Button block size="large" href={`${provider.path}${search}`} data-testid="unified-sign-in">
        {provider.label}
      </Button>
    </>
  );
}
