import { mount } from '../mount';
import { Suspense, lazy } from 'react';
import { ListDialog } from './list-dialog';
import { listOf } from './open-list';
import { Panel } from './panel';
import { screenOf } from './prototype/screens';
import './panel.css';

const ScreenDialog = lazy(async () => ({ default: (await import('./prototype/screen-dialog')).ScreenDialog }));

void mount((host) => {
  const screen = screenOf(host.dialog);
  if (screen !== undefined) return <Suspense fallback={<div className="rs-skeleton" aria-busy="true" />}><ScreenDialog screen={screen} /></Suspense>;
  const list = listOf(host.dialog);
  return list === undefined ? <Panel /> : <ListDialog list={list} />;
});
