import type { Permission } from '@rikuy/contracts';
import { NavLink, type NavLinkProps } from '@mantine/core';
import { IconBrain, IconDatabase, IconForms, IconHome, IconListSearch, IconVariable } from '@tabler/icons-react';
import { createLink, useParams } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';
import { useTexts } from '../text/use-texts.ts';
import classes from './navigation.module.css';

const RouterNavLink = createLink(NavAnchor);

/** A plain component, because Mantine's own changes its props with its element. */
function NavAnchor(props: NavLinkProps & ComponentPropsWithRef<'a'>) {
  return <NavLink {...props} />;
}

interface NavigationProps {
  readonly permissions: readonly Permission[];
  readonly onNavigate: () => void;
}

/** The pages by what people do. What a role may not do does not stand here at all. */
export function Navigation({ permissions, onNavigate }: NavigationProps) {
  const { t } = useTexts();
  const { useCase } = useParams({ strict: false });
  if (!useCase) return null;
  const may = (permission: Permission) => permissions.includes(permission);
  const shared = {
    params: { useCase },
    onClick: onNavigate,
    activeProps: { className: classes.active },
    className: classes.way,
  } as const;
  const icon = { size: 20, stroke: 1.6, 'aria-hidden': true } as const;
  return (
    <nav aria-label={t('nav.label')}>
      <RouterNavLink
        to="/casos/$useCase/inicio"
        {...shared}
        label={t('nav.home')}
        leftSection={<IconHome {...icon} />}
      />
      {may('read-queue') && (
        <RouterNavLink
          to="/casos/$useCase/cola"
          {...shared}
          label={t('nav.queue')}
          leftSection={<IconListSearch {...icon} />}
        />
      )}
      {may('score') && (
        <RouterNavLink
          to="/casos/$useCase/consultar"
          {...shared}
          label={t('nav.consult')}
          leftSection={<IconForms {...icon} />}
        />
      )}
      {may('read-models') && (
        <RouterNavLink
          to="/casos/$useCase/modelos"
          {...shared}
          label={t('nav.models')}
          leftSection={<IconBrain {...icon} />}
        />
      )}
      <RouterNavLink
        to="/casos/$useCase/variables"
        {...shared}
        label={t('nav.features')}
        leftSection={<IconVariable {...icon} />}
      />
      {may('read-data') && (
        <RouterNavLink
          to="/casos/$useCase/datos"
          {...shared}
          label={t('nav.data')}
          leftSection={<IconDatabase {...icon} />}
        />
      )}
    </nav>
  );
}
