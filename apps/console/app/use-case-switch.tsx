import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { IconChevronDown } from '@tabler/icons-react';
import { useCasesQuery } from '../server/queries.ts';
import { useTexts } from '../text/use-texts.ts';
import classes from './use-case-switch.module.css';

/** Which use case the pages are about. */
export function UseCaseSwitch() {
  const { t, say } = useTexts();
  const { useCase: id } = useParams({ strict: false });
  const { data: useCases = [] } = useQuery(useCasesQuery);
  const current = useCases.find(useCase => useCase.id === id);
  if (!current) return null;
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          className={classes.current}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {say(current.title)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('nav.useCase')}</Menu.Label>
        {useCases.map(useCase => (
          <Menu.Item
            key={useCase.id}
            fw={useCase.id === id ? 700 : undefined}
            renderRoot={props => <Link {...props} to="/casos/$useCase/inicio" params={{ useCase: useCase.id }} />}
          >
            {say(useCase.title)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
