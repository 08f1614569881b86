import { mount } from '../mount';
import { placedAt } from './address-bar';
import { Project } from './project';
import './project.css';

/** Opened from the menu of Jira's own backlog: the same page, beginning with what could close. */
const bar = placedAt('#/backlog');
mount(() => <Project bar={bar} />);
