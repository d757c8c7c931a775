import { Card, type CardProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';
import classes from './link-card.module.css';

/** A card that is one link. */
export const LinkCard = createLink(CardAnchor);

function CardAnchor(props: CardProps & ComponentPropsWithRef<'a'>) {
  return <Card component="a" withBorder padding="sm" {...props} className={classes.card} />;
}
