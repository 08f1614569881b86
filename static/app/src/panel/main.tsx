import { mount } from '../mount';
import { ListDialog } from './list-dialog';
import { listOf } from './open-list';
import { Panel } from './panel';
import './panel.css';

void mount((host) => {
  const list = listOf(host.dialog);
  return list === undefined ? <Panel /> : <ListDialog list={list} />;
});
