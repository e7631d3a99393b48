import type { ReviewDocument } from '#contract';
import type { Panel } from '../review-head.js';
import { AbandonDialog } from './abandon-dialog.js';
import { AddDialog } from './add-dialog.js';
import { DispatchDrawer } from './dispatch-drawer.js';
import { FactsDialog } from './facts-dialog.js';
import { FindingsDrawer } from './findings-drawer.js';
import { StepsDrawer } from './steps-drawer.js';
import { UnmatchedDrawer } from './unmatched-drawer.js';

interface PanelsProps {
  panel: Panel | null;
  document: ReviewDocument;
  onClose: () => void;
}

/** The one panel that lies over the desk, if any. */
export function Panels({ panel, document, onClose }: PanelsProps) {
  switch (panel) {
    case 'facts':
      return <FactsDialog onClose={onClose} />;
    case 'unmatched':
      return <UnmatchedDrawer onClose={onClose} />;
    case 'findings':
      return <FindingsDrawer onClose={onClose} />;
    case 'steps':
      return <StepsDrawer onClose={onClose} />;
    case 'abandon':
      return <AbandonDialog onClose={onClose} />;
    case 'add':
      return <AddDialog document={document} onClose={onClose} />;
    case 'dispatch':
      return <DispatchDrawer onClose={onClose} />;
    case null:
      return null;
  }
}
