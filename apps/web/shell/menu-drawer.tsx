import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { Library } from '../library/library.js';

/** The menu of a telephone. */
export function MenuDrawer({
  open,
  onClose,
  title,
  children,
}: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
}) {
  return (
    <Library>
      <Drawer open={open} onClose={onClose} placement="left" size="16.5rem" title={title}>
        {children}
      </Drawer>
    </Library>
  );
}
