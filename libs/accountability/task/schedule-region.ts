/** How far the task is behind what the working days gone by lead one to expect (domain.md §5): it follows from the figures. */
export const SCHEDULE_REGION = {
  initial: 'onTrack',
  states: {
    onTrack: {
      always: [
        { guard: 'isFarBehind', target: 'seriouslyBehind' },
        { guard: 'isBehind', target: 'behind' },
      ],
    },
    behind: {
      always: [
        { guard: 'isFarBehind', target: 'seriouslyBehind' },
        { guard: 'isOnTrack', target: 'onTrack' },
      ],
    },
    seriouslyBehind: {
      always: [
        { guard: 'isBehind', target: 'behind' },
        { guard: 'isOnTrack', target: 'onTrack' },
      ],
    },
  },
} as const;
