import { AppShell, Badge, Burger, Group, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet, useParams } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTexts } from '../text/use-texts.ts';
import { useSession } from '../server/session.ts';
import { VerdictToasts } from '../casework/verdict-toasts.tsx';
import { AccountMenu } from './account-menu.tsx';
import { GlobalSearch } from './global-search.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Navigation } from './navigation.tsx';
import rikuyMark from './rikuy.svg';
import classes from './shell.module.css';
import { ThemeSwitch } from './theme-switch.tsx';
import { useFocusOnNavigation } from './use-focus-on-navigation.ts';
import { UseCaseSwitch } from './use-case-switch.tsx';

/** What stands around every page: navigation, case switcher, search, language, theme, account. */
export function Shell() {
  const { t } = useTexts();
  const [opened, { toggle, close }] = useDisclosure();
  const session = useSession();
  const content = useRef<HTMLElement>(null);
  useFocusOnNavigation(content);
  if (session === null) return <SignedOut />;
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <a href="#content" className="skip-link">
        {t('common.skipToContent')}
      </a>
      <AppShell.Header className={classes.header}>
        <Group h="100%" px="sm" gap="sm" wrap="nowrap" justify="space-between">
          <Group gap="xs" wrap="nowrap">
            <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t('nav.open')} />
            <Link to="/" className={classes.brand} aria-label="Rikuy">
              <img src={rikuyMark} alt="" width={28} height={28} />
              <span className={classes.brandName}>Rikuy</span>
            </Link>
            <UseCaseSwitch />
          </Group>
          <Group gap="xs" wrap="nowrap">
            <GlobalSearch />
            <Group gap={4} wrap="nowrap" visibleFrom="sm">
              <LanguageSwitch />
              <ThemeSwitch />
            </Group>
            {session.demo && <DemoMark />}
            <AccountMenu session={session} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs">
        <Navigation permissions={session.permissions} onNavigate={close} />
        <Group gap={4} mt="auto" hiddenFrom="sm">
          <LanguageSwitch />
          <ThemeSwitch />
        </Group>
      </AppShell.Navbar>
      <AppShell.Main ref={content} id="content" tabIndex={-1} className={classes.main}>
        <Outlet />
      </AppShell.Main>
      <VerdictToasts />
    </AppShell>
  );
}

/** Says that nobody typed a password: the demo signed this person in. */
function DemoMark() {
  const { t } = useTexts();
  return (
    <Tooltip label={t('account.demoHint')} multiline w={260}>
      <Badge variant="default" tt="none" visibleFrom="sm" miw="max-content">
        {t('account.demoMark')}
      </Badge>
    </Tooltip>
  );
}

/** The session ended while a page was open: say where to sign in again, and come back. */
function SignedOut() {
  const { t } = useTexts();
  const { useCase } = useParams({ strict: false });
  return (
    <Group p="xl" justify="center">
      <Link to="/ingresar" search={{ volver: useCase ? `/casos/${useCase}/inicio` : '/' }}>
        {t('signIn.title')}
      </Link>
    </Group>
  );
}
