import { Outlet } from '@tanstack/react-router';
import { ConnectionBanner } from './connection-banner.tsx';
import { useLightPrint } from './use-light-print.ts';

export function Root() {
  useLightPrint();
  return (
    <>
      <ConnectionBanner />
      <Outlet />
    </>
  );
}
